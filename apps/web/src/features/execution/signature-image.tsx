const POINTS = (stroke: readonly number[]) =>
  Array.from({ length: Math.floor(stroke.length / 2) }, (_, n) => `${stroke[2 * n]},${stroke[2 * n + 1]}`).join(' ');

/** A signature drawn from its strokes, in the 1000 × 400 box they were made in. */
export function SignatureImage({ strokes, label }: { strokes: readonly (readonly number[])[]; label: string }) {
  return (
    <svg viewBox="0 0 1000 400" role="img" aria-label={label} style={{ width: '100%', maxWidth: '24rem', display: 'block' }}>
      {strokes.map((stroke, n) => (
        // Strokes never change once signed, so their place names them.
        <polyline key={n} points={POINTS(stroke)} fill="none" stroke="currentColor" strokeWidth={7} strokeLinecap="round" strokeLinejoin="round" />
      ))}
    </svg>
  );
}
