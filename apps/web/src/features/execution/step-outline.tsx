'use client';

import type { AssessedPlace } from '@heliograph/domain';
import { List, ListRow, Sheet } from '@heliograph/ui';
import { useMessages } from '../../platform/messages.ts';
import { useLanguage } from '../../platform/preferences.ts';
import { navigate } from '../../platform/router.ts';
import { usePlaceText } from './answer-text.ts';
import { executionMessages } from './messages.ts';
import { pathToPlace } from './place-mark.ts';
import { PlaceState } from './place-state.tsx';
import type { OpenExecution } from './use-execution.ts';

interface StepOutlineProps {
  readonly execution: OpenExecution;
  readonly current: AssessedPlace;
  readonly isOpen: boolean;
  onClose(): void;
}

/** All steps with what they came to: one tap away, one tap back. */
export function StepOutline({ execution, current, isOpen, onClose }: StepOutlineProps) {
  const t = useMessages(executionMessages);
  const go = (place: AssessedPlace) => {
    onClose();
    navigate(pathToPlace(execution.x, place));
  };
  return (
    <Sheet title={t.outline} isOpen={isOpen} onClose={onClose} closeLabel={t.close}>
      <PlaceList execution={execution} current={current} onOpen={go} />
    </Sheet>
  );
}

interface PlaceListProps {
  readonly execution: OpenExecution;
  readonly current?: AssessedPlace;
  onOpen(place: AssessedPlace): void;
}

export function PlaceList({ execution, current, onOpen }: PlaceListProps) {
  const t = useMessages(executionMessages);
  const language = useLanguage();
  const text = usePlaceText(execution.state);
  return (
    <List label={t.outline}>
      {execution.assessment.places.map((place, n) => (
        <ListRow
          key={place.address}
          title={`${n + 1}. ${place.item === null ? '' : `${place.item.label} · `}${place.step.title[language]}`}
          detail={text(place)}
          leading={<PlaceState place={place} />}
          isCurrent={place.address === current?.address}
          onClick={() => onOpen(place)}
        />
      ))}
    </List>
  );
}
