'use client';

import { ForgottenNotice } from './forgotten-notice.tsx';
import { LeftNotice } from './left-notice.tsx';
import { TakenBack } from './taken-back.tsx';
import type { Day } from './use-day.ts';
import type { Naming } from './use-naming.ts';

interface News extends Pick<Day, 'takenBack' | 'left' | 'forgotten'> {
  readonly naming: Naming;
}

/** What is no longer this person's, as far as the server knows. On most days there is none: its code comes with it. */
export default function OfficeNews({ takenBack, left, forgotten, naming }: News) {
  return (
    <>
      {takenBack.map((execution) => (
        <TakenBack key={execution.x} execution={execution} naming={naming} />
      ))}
      {left.map((work) => (
        <LeftNotice key={work.x} work={work} naming={naming} />
      ))}
      <ForgottenNotice works={forgotten} naming={naming} />
    </>
  );
}
