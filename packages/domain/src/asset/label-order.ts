const pieces = (label: string): readonly string[] => label.match(/\d+|\D+/g) ?? [];

/** Natural order of labels: `CH2` before `CH10`, whatever the machine's language or its version of Unicode. */
export function byLabel(a: string, b: string): number {
  const [left, right] = [pieces(a), pieces(b)];
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const order = comparePieces(left[at] ?? '', right[at] ?? '');
    if (order !== 0) return order;
  }
  return left.length - right.length || compareText(a, b);
}

const isNumber = (piece: string): boolean => /^\d/.test(piece);

function comparePieces(a: string, b: string): number {
  if (isNumber(a) && isNumber(b)) return compareNumbers(a, b);
  return compareText(a.toLowerCase(), b.toLowerCase());
}

/** As text, so that a serial number of twenty digits keeps its order. */
function compareNumbers(a: string, b: string): number {
  const [left, right] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return left.length - right.length || compareText(left, right);
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
