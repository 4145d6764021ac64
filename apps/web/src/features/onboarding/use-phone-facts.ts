'use client';

import { askPersistence } from '@heliograph/offline';
import { useEffect, useState } from 'react';
import { useRefs } from '../../platform/field-context.tsx';
import { useReadiness } from '../today/use-readiness.ts';
import type { Permission, PhoneFacts } from './phone-facts.ts';

export interface KnownPhone {
  readonly facts: PhoneFacts;
  /** Asked for just now, and not given. */
  readonly isRefused: boolean;
  protect(): void;
}

/** What can be seen of this phone; null until its browser has answered. */
export function usePhoneFacts(): KnownPhone | null {
  const { readiness } = useReadiness();
  const [organisation] = useRefs('organisation') ?? [];
  const isInstalled = useInstalled();
  const camera = usePermission('camera');
  const position = usePermission('geolocation');
  const [isProtected, setProtected] = useState<boolean | null>(null);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    void Promise.resolve(navigator.storage?.persisted() ?? false).then(setProtected, () => setProtected(false));
  }, []);
  const protect = () =>
    void askPersistence(navigator.storage).then((isGranted) => {
      setProtected(isGranted);
      setRefused(!isGranted);
    });
  if (isProtected === null || readiness.kind === 'reading') return null;
  const keepsPlaces = organisation !== undefined && organisation.placePolicy !== 'off';
  return { facts: { isInstalled, isProtected, readiness: readiness.kind, camera, position: keepsPlaces ? position : null }, isRefused, protect };
}

function useInstalled(): boolean {
  const [isInstalled, setInstalled] = useState(isStandalone);
  useEffect(() => {
    const query = matchMedia(STANDALONE);
    const look = () => setInstalled(isStandalone());
    query.addEventListener('change', look);
    // The tab it was installed from stays a tab; the next start is the app's.
    addEventListener('appinstalled', () => setInstalled(true), { once: true });
    return () => query.removeEventListener('change', look);
  }, []);
  return isInstalled;
}

const STANDALONE = '(display-mode: standalone)';
// Only WebKit on iOS has `standalone`, outside every standard.
const isStandalone = (): boolean => matchMedia(STANDALONE).matches || ('standalone' in navigator && navigator.standalone === true);

/** How a permission stands, without asking the person for it. */
function usePermission(name: 'camera' | 'geolocation'): Permission {
  const [state, setState] = useState<Permission>('unknown');
  useEffect(() => {
    let status: PermissionStatus | null = null;
    const look = () => status !== null && setState(status.state);
    // Some browsers know no permission of this name.
    const found = navigator.permissions?.query({ name }).then(
      (one) => {
        status = one;
        status.addEventListener('change', look);
        look();
      },
      () => undefined,
    );
    return () => void found?.then(() => status?.removeEventListener('change', look));
  }, [name]);
  return state;
}
