'use client';

import type { AssessedPlace, Asset } from '@heliograph/domain';
import { List, ListRow, Section } from '@heliograph/ui';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { unitOf } from '../../platform/unit.ts';
import { useAnswerText } from '../execution/answer-text.ts';
import { PlaceState } from '../execution/place-state.tsx';
import { useVerdictWords } from '../execution/verdict-words.ts';
import { pathOf } from '../today/execution-row.tsx';
import { assetMessages } from './messages.ts';
import { tellingPlaces } from './telling-places.ts';
import type { RunHere, WorkAt } from './use-work-at.ts';

/** The last values and what was found wrong, run by run: read standing before the equipment, with no network. */
export function AssetReadings({ asset, work: { runs, naming } }: { asset: Asset; work: WorkAt }) {
  return runs.map((run) => <Readings key={run.execution.x} equipment={asset.type} run={run} title={naming.title(run.execution)} />);
}

interface ReadingsProps {
  readonly equipment: string;
  readonly run: RunHere;
  readonly title: string;
}

function Readings({ equipment, run: { execution, assessment }, title }: ReadingsProps) {
  const t = useMessages(assetMessages);
  const format = useFormat();
  const language = useLanguage();
  const telling = tellingPlaces(assessment.places, equipment);
  const say = useReading();
  if (telling.length === 0) return null;
  return (
    <Section title={t.readings(format.day(execution.lastAt))}>
      <List>
        {telling.map((place) => {
          const words = say(place);
          return (
            <ListRow
              key={place.address}
              title={[place.item?.label, place.step.title[language]].filter(Boolean).join(' · ')}
              detail={words}
              leading={<PlaceState place={place} />}
            />
          );
        })}
        <ListRow title={t.wholeRun} detail={title} href={pathOf(execution)} />
      </List>
    </Section>
  );
}

/** The value, and where it stands against its limits. */
function useReading(): (place: AssessedPlace) => string {
  const answer = useAnswerText();
  const verdict = useVerdictWords();
  const { reading, language } = useFormat();
  return ({ step, response, evaluation }) => {
    const isJudged = step.kind === 'measurement' && evaluation !== null && evaluation.outcome !== 'none';
    const standing = isJudged ? verdict(evaluation, (by) => reading(by, unitOf(step, language))).label : null;
    return [answer(step, response), standing].filter(Boolean).join(' · ');
  };
}
