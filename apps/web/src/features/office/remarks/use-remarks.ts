import { LONGEST_REMARK, type ReadyRemark } from '@heliograph/domain';
import { useState } from 'react';
import type { Output } from '../../../platform/rpc.ts';
import { trpc } from '../../../platform/trpc.tsx';
import { reasonOf, useDoor } from '../../../platform/use-door.ts';

export type StoredRemarks = Output<'remark.list'>;

/** Whether a remark can be saved: it has its words in both languages. */
export const isWhole = ({ text }: ReadyRemark): boolean => [text.fr, text.en].every((words) => words.trim() !== '' && words.length <= LONGEST_REMARK);

/** The list while it is edited. What is stored anew meanwhile is not taken over silently. */
export function useRemarks(stored: StoredRemarks) {
  const utils = trpc.useUtils();
  const door = useDoor('remark.save');
  const [typed, setTyped] = useState<{ readonly remarks: readonly ReadyRemark[]; readonly revision: number } | null>(null);
  const [isTried, setTried] = useState(false);
  const [isSaved, setSaved] = useState(false);
  const remarks = typed?.remarks ?? stored.remarks;
  const isOvertaken = reasonOf(door.refused) === 'changed';
  const set = (next: readonly ReadyRemark[]) => {
    setSaved(false);
    setTyped({ remarks: next, revision: typed?.revision ?? stored.revision });
  };
  const save = async (revision: number) => {
    setTried(true);
    if (!remarks.every(isWhole)) return;
    const answer = await door.go({ revision, remarks: remarks.map((one) => ({ ...one, text: trimmed(one.text) })) });
    await utils.remark.list.invalidate();
    if (answer === null) return;
    setTyped(null);
    setTried(false);
    setSaved(true);
  };
  return {
    remarks,
    isTried,
    isSaved,
    isOvertaken,
    isBusy: door.isBusy,
    refused: door.refused,
    isChanged: typed !== null,
    change: (id: string, wish: Partial<ReadyRemark>) => set(remarks.map((one) => (one.id === id ? { ...one, ...wish } : one))),
    remove: (id: string) => set(remarks.filter((one) => one.id !== id)),
    add: () => set([...remarks, { id: crypto.randomUUID(), kind: null, category: null, text: { fr: '', en: '' } }]),
    restore: () => {
      door.forget();
      setTried(false);
      setTyped(null);
    },
    save: () => save(typed?.revision ?? stored.revision),
    saveOver: () => save(stored.revision),
  };
}

const trimmed = ({ fr, en }: ReadyRemark['text']): ReadyRemark['text'] => ({ fr: fr.trim(), en: en.trim() });
