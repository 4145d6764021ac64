import type { ChangeEvent } from 'react';
import { classes } from '../classes.ts';
import { Icon } from '../icons/icon.tsx';
import type { IconName } from '../icons/paths.ts';
import { type ButtonKind, buttonClass } from './button.tsx';
import styles from './file-button.module.css';

export interface FileButtonProps {
  label: string;
  icon?: IconName | undefined;
  accept?: string | undefined;
  /** Opens the camera at once where the device has one. */
  capture?: 'environment' | 'user' | undefined;
  isMultiple?: boolean | undefined;
  isWide?: boolean | undefined;
  disabled?: boolean | undefined;
  kind?: ButtonKind | undefined;
  /** Runs before the camera or the file list takes the screen: the moment to save a draft. */
  onOpen?: (() => void) | undefined;
  onFiles: (files: readonly File[]) => void;
}

/** Takes a photo or a file through the device's own picker. The same file can be taken twice running. */
export function FileButton({
  label,
  icon,
  accept,
  capture,
  isMultiple,
  isWide = false,
  disabled,
  kind = 'action',
  onOpen,
  onFiles,
}: FileButtonProps) {
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    event.target.value = '';
    if (files.length > 0) onFiles(files);
  };
  return (
    <label className={classes(styles.file, isWide && styles.wide)}>
      <input
        className={styles.input}
        type="file"
        accept={accept}
        capture={capture}
        multiple={isMultiple}
        disabled={disabled}
        onClick={onOpen}
        onChange={take}
      />
      <span className={buttonClass({ kind, isWide, isOff: disabled })}>
        {icon && <Icon name={icon} />}
        <span>{label}</span>
      </span>
    </label>
  );
}
