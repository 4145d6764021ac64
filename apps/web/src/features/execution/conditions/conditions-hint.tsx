'use client';

import type { AssessedPlace } from '@heliograph/domain';
import { Button, Notice, Text } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useLanguage } from '../../../platform/preferences.ts';
import type { OpenExecution } from '../use-execution.ts';
import { conditionsMessages } from './messages.ts';
import { fills, missingConditions } from './site-readings.ts';

/** At a step: what its formulas still want to know of the site, and the way there. */
export function ConditionsHint({ execution, place }: { execution: OpenExecution; place: AssessedPlace }) {
  const t = useMessages(conditionsMessages);
  const language = useLanguage();
  const format = useFormat();
  const missing = missingConditions(place);
  if (missing.length > 0)
    return (
      <Notice
        action={
          <Button icon="thermometer" href={`/app/executions/${execution.x}/conditions`}>
            {t.write}
          </Button>
        }
      >
        {t.needed(format.list(missing.map(({ label }) => label[language].toLowerCase())))}
      </Notice>
    );
  return fills(place) === null ? null : (
    <Text kind="small" isSoft>
      {t.fills}
    </Text>
  );
}
