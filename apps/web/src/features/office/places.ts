import type { Permission } from '@heliograph/domain';
import type { IconName } from '@heliograph/ui';

export interface Place {
  /** Its words are those of this key. */
  readonly key:
    | 'executions'
    | 'work'
    | 'analyses'
    | 'procedures'
    | 'tips'
    | 'sites'
    | 'people'
    | 'phones'
    | 'activity'
    | 'statistics'
    | 'settings'
    | 'assistant';
  readonly href: string;
  readonly icon: IconName;
  readonly permission: Permission;
  /** What else lies in this place, under an address of its own. */
  readonly rooms?: readonly string[];
}

/** The rail, from top to bottom. */
export const PLACES: readonly Place[] = [
  { key: 'executions', href: '/office', icon: 'clipboard', permission: 'office.read', rooms: ['/office/executions'] },
  { key: 'work', href: '/office/work', icon: 'calendar', permission: 'execution.assign' },
  { key: 'analyses', href: '/office/analyses', icon: 'eye', permission: 'analysis.decide' },
  { key: 'procedures', href: '/office/procedures', icon: 'book', permission: 'office.read', rooms: ['/office/starter'] },
  { key: 'tips', href: '/office/tips', icon: 'info', permission: 'tip.approve' },
  { key: 'sites', href: '/office/sites', icon: 'site', permission: 'office.read' },
  { key: 'people', href: '/office/people', icon: 'people', permission: 'person.read' },
  { key: 'phones', href: '/office/phones', icon: 'phone', permission: 'device.read' },
  { key: 'assistant', href: '/office/assistant', icon: 'chat', permission: 'conversation.own' },
  { key: 'activity', href: '/office/activity', icon: 'list', permission: 'activity.read' },
  { key: 'statistics', href: '/office/statistics', icon: 'calculator', permission: 'office.read' },
  { key: 'settings', href: '/office/settings', icon: 'settings', permission: 'office.read', rooms: ['/office/remarks'] },
];

/** Whether an address is a place of the rail, or lies inside it. Everything lies below the office's own address: that place is itself and its rooms alone. */
export const isWithin = ({ href, rooms = [] }: Pick<Place, 'href' | 'rooms'>, path: string): boolean =>
  path === href || [...(href === '/office' ? [] : [href]), ...rooms].some((room) => path === room || path.startsWith(`${room}/`));
