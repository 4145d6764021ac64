'use client';

import type { PlannedWork } from '@heliograph/offline';
import { Card, StateMark } from '@heliograph/ui';
import { dayIn, noonOf } from '../../platform/day.ts';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useNow } from '../../platform/now.ts';
import type { Plant } from '../assets/use-plant.ts';
import { GivenFacts } from '../today/given-facts.tsx';
import { givenMessages } from '../today/given-messages.ts';

/** Where the given work is done and what was said with it: nothing of it is asked again. */
export function WorkBrief({ work, plant }: { work: PlannedWork; plant: Plant }) {
  const t = useMessages(givenMessages);
  const format = useFormat();
  const now = useNow();
  const site = plant.site(work.site);
  const asset = work.asset === null ? undefined : plant.tree.byId.get(work.asset);
  const day = format.weekday(noonOf(work.day), 'UTC');
  const isLate = work.day < dayIn(site?.timeZone ?? 'UTC', now);
  return (
    <Card title={asset?.name ?? t.wholeSite} detail={asset === undefined ? site?.name : plant.whereOf(asset)}>
      <StateMark mark={isLate ? 'watch' : 'todo'} label={isLate ? t.late(day) : `${t.day} : ${day}`} size="small" />
      <GivenFacts work={work} />
    </Card>
  );
}
