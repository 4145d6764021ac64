'use client';

import { askPersistence, measureRoom, type Room } from '@heliograph/offline';
import { useEffect, useState } from 'react';

interface StorageRoom {
  /** Null until the browser has answered. */
  readonly room: Room | null;
  readonly isProtected: boolean;
  /** Asked for just now, and not given. */
  readonly isRefused: boolean;
  protect(): void;
}

export function useStorageRoom(): StorageRoom {
  const [room, setRoom] = useState<Room | null>(null);
  const [isProtected, setProtected] = useState(false);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    void measureRoom(navigator.storage).then(setRoom);
    void navigator.storage?.persisted().then(setProtected, () => undefined);
  }, []);
  const protect = () =>
    void askPersistence(navigator.storage).then((isGranted) => {
      setProtected(isGranted);
      setRefused(!isGranted);
    });
  return { room, isProtected, isRefused, protect };
}
