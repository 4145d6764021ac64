'use client';

import { type CertificationState, certificationState, type PersonCertification } from '@heliograph/domain/person';
import { Button, Cluster, IconButton, type Mark, SelectField, Stack, StateMark, Text, TextField } from '@heliograph/ui';
import { useFormat } from '../../../platform/format.ts';
import { useMessages } from '../../../platform/messages.ts';
import { useNow } from '../../../platform/now.ts';
import { CERTIFICATION_CODES, useCatalogueNames } from '../../procedure/catalogue-names.ts';
import { dayOf, instantOfDay } from '../shared/days.ts';
import styles from './certifications-editor.module.css';
import { peopleMessages } from './messages.ts';

const MARKS: Readonly<Record<CertificationState, Mark>> = { valid: 'conform', ending: 'watch', ended: 'out' };
const OTHER = 'other';

interface EditorProps {
  readonly value: readonly PersonCertification[];
  readonly error: string | undefined;
  onChange(value: readonly PersonCertification[]): void;
}

/** What a person is authorised to do, each until its last day. */
export function CertificationsEditor({ value, error, onChange }: EditorProps) {
  const t = useMessages(peopleMessages);
  const replace = (at: number, wish: Partial<PersonCertification>) => onChange(value.map((one, index) => (index === at ? { ...one, ...wish } : one)));
  return (
    <Stack gap={4}>
      {value.length === 0 && <Text isSoft>{t.noCertification}</Text>}
      {error !== undefined && (
        <span role="alert">
          <StateMark mark="out" label={error} size="small" />
        </span>
      )}
      {value.map((one, at) => (
        <CertificationRow
          key={at}
          value={one}
          onChange={(wish) => replace(at, wish)}
          onRemove={() => onChange(value.filter((_, index) => index !== at))}
        />
      ))}
      <Cluster>
        <Button kind="quiet" icon="plus" onClick={() => onChange([...value, { code: '', expires: null }])}>
          {t.addCertification}
        </Button>
      </Cluster>
    </Stack>
  );
}

interface RowProps {
  readonly value: PersonCertification;
  onChange(wish: Partial<PersonCertification>): void;
  onRemove(): void;
}

function CertificationRow({ value: { code, expires }, onChange, onRemove }: RowProps) {
  const t = useMessages(peopleMessages);
  const { certification } = useCatalogueNames();
  const today = dayOf(useNow());
  const isKnown = CERTIFICATION_CODES.includes(code);
  return (
    <div className={styles.row}>
      <Stack gap={2}>
        <SelectField
          label={t.certification}
          value={isKnown ? code : OTHER}
          onChange={(chosen) => onChange({ code: chosen === OTHER ? '' : chosen })}
          options={[...CERTIFICATION_CODES.map((one) => ({ value: one, label: certification(one) })), { value: OTHER, label: t.otherCertification }]}
        />
        {!isKnown && <TextField label={t.code} value={code} onChange={(typed) => onChange({ code: typed })} maxLength={32} autoComplete="off" />}
      </Stack>
      <TextField label={t.expires} type="date" value={expires ?? ''} onChange={(day) => onChange({ expires: day === '' ? null : day })} />
      <IconButton icon="trash" label={t.removeCertification(code)} isLabelHidden onClick={onRemove} />
      {certificationState({ expires }, today) !== 'valid' && <CertificationMark expires={expires} />}
    </div>
  );
}

/** Where one stands today, by shape and word. */
export function CertificationMark({ expires }: Pick<PersonCertification, 'expires'>) {
  const t = useMessages(peopleMessages);
  const format = useFormat();
  const state = certificationState({ expires }, dayOf(useNow()));
  const until = expires === null ? t.noExpiry : t.untilDay(format.day(instantOfDay(expires), 'UTC'));
  return <StateMark mark={MARKS[state]} label={`${t[`state_${state}`]}, ${until}`} size="small" />;
}
