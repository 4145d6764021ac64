'use client';

import type { Box } from '@heliograph/domain/vision';
import { VisuallyHidden } from '@heliograph/ui';
import { type KeyboardEvent, type PointerEvent, useId, useRef } from 'react';
import { useMessages } from '../../../platform/messages.ts';
import { placeOf } from '../../vision/analysed-photo.tsx';
import styles from './box-editor.module.css';
import { moved, pressed, resized } from './box-moves.ts';
import { officeVisionMessages } from './messages.ts';

interface BoxEditorProps {
  readonly box: Box;
  onChange(box: Box): void;
}

interface Drag {
  readonly from: Box;
  readonly x: number;
  readonly y: number;
  readonly move: typeof moved;
}

/** The box of one defect, over the photo: dragged whole or by its corner, and as well with the keys. */
export function BoxEditor({ box, onChange }: BoxEditorProps) {
  const t = useMessages(officeVisionMessages);
  const helpId = useId();
  const drag = useRef<Drag | null>(null);
  const begin = (move: typeof moved) => (event: PointerEvent<HTMLElement>) => {
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { from: box, x: event.clientX, y: event.clientY, move };
  };
  const go = (event: PointerEvent<HTMLElement>) => {
    const picture = event.currentTarget.closest('[data-photo]')?.getBoundingClientRect();
    if (drag.current === null || picture === undefined) return;
    const { from, x, y, move } = drag.current;
    onChange(move(from, (event.clientX - x) / picture.width, (event.clientY - y) / picture.height));
  };
  const end = () => {
    drag.current = null;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = pressed(box, event);
    if (next === null) return;
    event.preventDefault();
    onChange(next);
  };
  const hand = { onPointerMove: go, onPointerUp: end, onPointerCancel: end };
  const percent = (share: number): string => String(Math.round(share * 100));
  const where = t.boxAt({ x: percent(box.x), y: percent(box.y), width: percent(box.width), height: percent(box.height) });
  return (
    <>
      <button
        type="button"
        className={styles.box}
        style={placeOf(box)}
        aria-label={where}
        aria-describedby={helpId}
        onPointerDown={begin(moved)}
        onKeyDown={onKeyDown}
        {...hand}
      >
        <span className={styles.corner} onPointerDown={begin(resized)} {...hand} />
      </button>
      <VisuallyHidden>
        <span id={helpId}>{t.boxHelp}</span>
        <span role="status">{where}</span>
      </VisuallyHidden>
    </>
  );
}
