'use client';

import { LONGEST_REMARK, MOST_REMARKS, type ReadyRemark } from '@heliograph/domain';
import { Button, Card, Cluster, EmptyState, Notice, SelectField, Stack, StateMark, TextField } from '@heliograph/ui';
import { type FormEvent, useId } from 'react';
import { useRefusal } from '../../../platform/messages/refusals.ts';
import { useMessages } from '../../../platform/messages.ts';
import { CATEGORY_CODES, useCatalogueNames } from '../../procedure/catalogue-names.ts';
import { remarksMessages } from './messages.ts';
import styles from './remarks.module.css';
import { isWhole, type StoredRemarks, useRemarks } from './use-remarks.ts';

const KINDS = ['instruction', 'check', 'measurement', 'choice', 'text', 'photo', 'signature', 'scan'] as const;

/** All remarks at once, in the order in which they are offered. */
export function RemarksForm({ stored, isLocked }: { stored: StoredRemarks; isLocked: boolean }) {
  const t = useMessages(remarksMessages);
  const refusal = useRefusal();
  const editing = useRemarks(stored);
  const { remarks, isBusy, isChanged, isOvertaken, refused } = editing;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void editing.save();
  };
  return (
    <form onSubmit={submit} noValidate aria-busy={isBusy}>
      <Stack gap={4}>
        {remarks.length === 0 && (
          <EmptyState icon="chat" title={t.none}>
            {t.noneText}
          </EmptyState>
        )}
        {remarks.map((remark, at) => (
          <Remark
            key={remark.id}
            remark={remark}
            number={at + 1}
            isLocked={isLocked}
            isWrong={editing.isTried && !isWhole(remark)}
            onChange={(wish) => editing.change(remark.id, wish)}
            onRemove={() => editing.remove(remark.id)}
          />
        ))}
        {isOvertaken && (
          <Notice
            tone="watch"
            isLive
            title={t.overtaken}
            action={
              <Cluster gap={2}>
                <Button isBusy={isBusy} onClick={() => void editing.saveOver()}>
                  {t.keepMine}
                </Button>
                <Button kind="quiet" onClick={editing.restore}>
                  {t.takeTheirs}
                </Button>
              </Cluster>
            }
          >
            {t.overtakenText}
          </Notice>
        )}
        {refused !== null && !isOvertaken && (
          <Notice tone="watch" isLive>
            {refusal(refused)}
          </Notice>
        )}
        {!isLocked && (
          <Cluster gap={3}>
            <Button kind="primary" type="submit" isBusy={isBusy} disabled={!isChanged}>
              {t.save}
            </Button>
            <Button icon="plus" disabled={remarks.length >= MOST_REMARKS} onClick={editing.add}>
              {t.add}
            </Button>
            {isChanged && (
              <Button kind="quiet" onClick={editing.restore}>
                {t.reset}
              </Button>
            )}
            <span role="status">{editing.isSaved && !isChanged && <StateMark mark="conform" label={t.saved} size="small" />}</span>
          </Cluster>
        )}
      </Stack>
    </form>
  );
}

interface RemarkProps {
  readonly remark: ReadyRemark;
  readonly number: number;
  readonly isLocked: boolean;
  readonly isWrong: boolean;
  onChange(wish: Partial<ReadyRemark>): void;
  onRemove(): void;
}

function Remark({ remark: { kind, category, text }, number, isLocked, isWrong, onChange, onRemove }: RemarkProps) {
  const t = useMessages(remarksMessages);
  const names = useCatalogueNames();
  const id = useId();
  const kinds = [{ value: '', label: t.allKinds }, ...KINDS.map((one) => ({ value: one, label: t[`kind_${one}`] }))];
  const categories = [{ value: '', label: t.allCategories }, ...CATEGORY_CODES.map((one) => ({ value: one, label: names.category(one) }))];
  const errorOf = (words: string) => (isWrong && words.trim() === '' ? t.empty : undefined);
  return (
    <Card
      title={<span id={id}>{t.remark(number)}</span>}
      aside={
        !isLocked && (
          <Button kind="quiet" icon="trash" aria-describedby={id} onClick={onRemove}>
            {t.remove}
          </Button>
        )
      }
    >
      <div className={styles.fields}>
        {(['fr', 'en'] as const).map((language) => (
          <TextField
            key={language}
            label={language === 'fr' ? t.french : t.english}
            lang={language}
            value={text[language]}
            maxLength={LONGEST_REMARK}
            readOnly={isLocked}
            error={errorOf(text[language])}
            onChange={(words) => onChange({ text: { ...text, [language]: words } })}
          />
        ))}
        <SelectField label={t.kind} options={kinds} value={kind ?? ''} disabled={isLocked} onChange={(next) => onChange({ kind: next || null })} />
        <SelectField
          label={t.category}
          options={categories}
          value={category ?? ''}
          disabled={isLocked}
          onChange={(next) => onChange({ category: next || null })}
        />
      </div>
    </Card>
  );
}
