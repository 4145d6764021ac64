/** What can be pressed. */
const PRESSABLE = 'a[href], button, label, summary';
/** A finger that moved further between press and release, px, has thought better of it. */
const SLOP_PX = 12;

interface Press {
  readonly on: HTMLElement;
  readonly x: number;
  readonly y: number;
}

/**
 * A tap goes where the finger came down. Where rows arrive above it before it is lifted, the browser gives the click to whatever lies there then:
 * another row, or none at all. Returns what ends it.
 */
export function startSteadyTaps(): () => void {
  let press: Press | null = null;
  const onDown = ({ target, isPrimary, clientX: x, clientY: y }: PointerEvent) => {
    const on = target instanceof Element ? target.closest<HTMLElement>(PRESSABLE) : null;
    press = on === null || !isPrimary ? null : { on, x, y };
  };
  const onClick = (event: MouseEvent) => {
    const meant = press;
    press = null;
    // Of a keyboard, or of a script: nothing was pressed.
    if (meant === null || event.detail === 0 || !meant.on.isConnected) return;
    const isAstray = !(event.target instanceof Node && meant.on.contains(event.target));
    if (!isAstray || Math.hypot(event.clientX - meant.x, event.clientY - meant.y) > SLOP_PX) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    meant.on.click();
  };
  addEventListener('pointerdown', onDown, true);
  addEventListener('click', onClick, true);
  return () => {
    removeEventListener('pointerdown', onDown, true);
    removeEventListener('click', onClick, true);
  };
}
