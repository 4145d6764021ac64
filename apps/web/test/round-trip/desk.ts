import { type ExecutionId, executionIdSchema, uuidv7 } from '@heliograph/domain';
import type { Entry } from '@heliograph/sync';
import { type Company, type Handset, openTab, signIn, type Tab, until } from './company.ts';
import { GRACE, newStory, type Story, tap, tick } from './life.ts';
import { drain } from './rest.ts';
import type { Due } from './wire.ts';
import type { Met } from './witness.ts';

/** A phone with a page open on it. */
export interface Desk {
  readonly handset: Handset;
  readonly tab: Tab;
}

/** What a planned day needs of its company. */
export interface Plan {
  readonly company: Company;
  readonly story: Story;
  /** What everybody works on. */
  readonly x: ExecutionId;
  /** A page of whoever holds the phone, signed in and with nothing left to send. */
  open(handset: Handset): Promise<Desk>;
  work(desk: Desk, ...entries: Entry[]): Promise<void>;
  /** Works, and has the page send all it has, asking again after each trouble. */
  send(desk: Desk, ...entries: Entry[]): Promise<void>;
  /** The same, with trouble on the way. */
  befall(desk: Desk, due: readonly Due[], ...entries: Entry[]): Promise<void>;
  comment(): Entry;
  answer(value: string): Entry;
}

export function planDay(company: Company, met: (what: Met) => void): Plan {
  const x = executionIdSchema.parse(uuidv7(Date.now(), company.world.bytes(10)));
  company.executions.set(company.own.org, [x]);
  company.witness.keepSecret(company.own.org, x);
  const work: Plan['work'] = (desk, ...entries) => tick(company, desk, entries);
  const empty = ({ handset, tab }: Desk): Promise<void> => handset.browser.run(() => drain(company, tab));
  const send: Plan['send'] = async (desk, ...entries) => {
    await work(desk, ...entries);
    tap(desk.handset, [desk.tab]);
    await empty(desk);
  };
  return {
    ...{ company, x, story: newStory(company, met), work, send },
    open: async (handset) => {
      if (handset.terminal.cookie === null) await signIn(company, handset);
      const tab = handset.tabs.find(({ person }) => person === handset.current) ?? (await openTab(company, handset, GRACE));
      await empty({ handset, tab });
      return { handset, tab };
    },
    befall: (desk, due, ...entries) => {
      desk.handset.terminal.due.push(...due);
      return send(desk, ...entries);
    },
    comment: () => ({ draft: { k: 'comment', x, p: { text: `Vu ${company.own.org}` } } }),
    answer: (value) => ({ draft: { k: 'step', x, s: 's01', p: { kind: 'measurement', response: { value, unit: 'MΩ' } } } }),
  };
}

/** Waits until the page stands so. A call that a slow machine gave up is asked for again. */
export const comesTo = (kind: 'retrying' | 'stopped', { handset, tab }: Desk): Promise<void> =>
  until(`${tab.person.name} to be ${kind}`, () => {
    const state = tab.field.sender.state.get();
    if (kind === 'stopped' && state.kind === 'retrying') tap(handset, [tab]);
    return state.kind === kind;
  });
