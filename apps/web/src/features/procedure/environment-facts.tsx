'use client';

import type { ProcedureContent } from '@heliograph/domain';
import { Facts, Section } from '@heliograph/ui';
import { useFormat } from '../../platform/format.ts';
import { useMessages } from '../../platform/messages.ts';
import { useCatalogueNames } from './catalogue-names.ts';
import { procedureMessages } from './messages.ts';

type Environment = ProcedureContent['environment'];

/** Conditions to look at on site: a measurement made outside of them says little. */
export function EnvironmentFacts({ environment }: { environment: Environment }) {
  const t = useMessages(procedureMessages);
  const format = useFormat();
  const names = useCatalogueNames();
  if (environment.length === 0) return null;
  const describe = ({ unit, min, max, recommendedMin, stablePct }: Environment[number]): string =>
    [
      min === undefined ? '' : t.from(format.reading(min, unit)),
      recommendedMin === undefined ? '' : t.better(format.reading(recommendedMin, unit)),
      max === undefined ? '' : t.upTo(format.reading(max, unit)),
      stablePct === undefined ? '' : t.stable(format.reading(stablePct, '%')),
    ]
      .filter(Boolean)
      .join(', ');
  return (
    <Section title={t.conditions}>
      <Facts items={environment.map((one) => ({ label: names.condition(one.parameter), value: describe(one) }))} />
    </Section>
  );
}
