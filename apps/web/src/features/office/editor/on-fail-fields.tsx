'use client';

import type { DraftStep, StepFields } from '@heliograph/domain/procedure/draft';
import { Segmented, Stack } from '@heliograph/ui';
import { useMessages } from '../../../platform/messages.ts';
import { BothField } from '../../procedure/fields/both-field.tsx';
import { useFindingOptions, useProcedureOptions, useSeverityOptions } from '../../procedure/fields/catalogue-options.ts';
import { Pair } from '../../procedure/fields/pair.tsx';
import { PickField } from '../../procedure/fields/pick-fields.tsx';
import { placeId } from '../../procedure/fields/place-id.ts';
import { severityIn } from '../../procedure/fields/severity.ts';
import { editorMessages } from './messages.ts';

type OnFail = NonNullable<DraftStep['onFail']>;

type OnFailFieldsProps = Pick<DraftStep, 'onFail' | 'holdPoint'> & { onChange(fields: StepFields): void };

/** What follows from a failed answer: whether the work stops, what is said, which defect is noted, which procedure opens. */
export function OnFailFields({ onFail = {}, holdPoint, onChange }: OnFailFieldsProps) {
  const t = useMessages(editorMessages);
  const findings = useFindingOptions();
  const severities = useSeverityOptions();
  const procedures = useProcedureOptions();
  const set = (fields: OnFail) => {
    const next = Object.fromEntries(Object.entries({ ...onFail, ...fields }).filter(([, value]) => value !== undefined));
    onChange({ onFail: Object.keys(next).length === 0 ? undefined : next });
  };
  const stop = onFail.stopWork === undefined ? 'usual' : onFail.stopWork ? 'stop' : 'go_on';
  return (
    <Stack gap={4}>
      <Segmented
        label={t.stopWork}
        value={stop}
        options={[
          { value: 'usual', label: holdPoint ? t.stop_usual_hold : t.stop_usual },
          { value: 'stop', label: t.stop_stop },
          { value: 'go_on', label: t.stop_go_on },
        ]}
        onChange={(value) => set({ stopWork: value === 'usual' ? undefined : value === 'stop' })}
      />
      <BothField id={placeId('onFail', 'message')} label={t.message} value={onFail.message} isOptional onChange={(message) => set({ message })} />
      <Pair>
        <PickField
          id={placeId('onFail', 'finding')}
          label={t.finding}
          none={t.none}
          value={onFail.finding}
          options={findings}
          onChange={(finding) => set({ finding })}
        />
        <PickField
          id={placeId('onFail', 'severity')}
          label={t.severity}
          none={t.none}
          value={onFail.severity === undefined ? undefined : String(onFail.severity)}
          options={severities}
          onChange={(severity) => set({ severity: severityIn(severity) })}
        />
      </Pair>
      <PickField
        id={placeId('onFail', 'openProcedure')}
        label={t.openProcedure}
        none={t.none}
        value={onFail.openProcedure}
        options={procedures}
        onChange={(openProcedure) => set({ openProcedure })}
      />
    </Stack>
  );
}
