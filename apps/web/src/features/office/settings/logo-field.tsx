'use client';

import { logoSchema } from '@heliograph/domain/organisation';
import { Button, Cluster, FileButton, Stack, StateMark, Text } from '@heliograph/ui';
import { useState } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { fitted } from './fitted.ts';
import styles from './logo-field.module.css';
import { organisationMessages } from './messages.ts';

interface LogoFieldProps {
  readonly value: string | null;
  readonly error: string | undefined;
  onChange(value: string | null): void;
}

export function LogoField({ value, error, onChange }: LogoFieldProps) {
  const t = useMessages(organisationMessages);
  const [isOdd, setOdd] = useState(false);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const parsed = logoSchema.safeParse(await fitted(file).catch(() => null));
    setOdd(!parsed.success);
    if (parsed.success) onChange(parsed.data);
  };
  const said = isOdd ? t.logoOdd : error;
  return (
    <Stack gap={2}>
      <Text>{t.logo}</Text>
      <Text kind="small" isSoft>
        {t.logoHint}
      </Text>
      {value === null ? <Text isSoft>{t.logoNone}</Text> : <img className={styles.logo} src={value} alt={t.logoPicture} />}
      {said !== undefined && (
        <span role="alert">
          <StateMark mark="out" label={said} size="small" />
        </span>
      )}
      <Cluster gap={2}>
        <FileButton label={t.logoChoose} icon="photo" accept="image/png,image/jpeg,image/webp" onFiles={([file]) => void take(file)} />
        {value !== null && (
          <Button kind="quiet" icon="trash" onClick={() => onChange(null)}>
            {t.logoRemove}
          </Button>
        )}
      </Cluster>
    </Stack>
  );
}
