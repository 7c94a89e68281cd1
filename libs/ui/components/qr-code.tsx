import { encodeQR, type ErrorCorrection } from 'qr';

/** Millimetres of one module on paper: what an office printer prints and a telephone reads. */
const MODULE = 0.4;
/** Modules of white around it, which readers need. */
const QUIET = 4;
const CORRECTION: ErrorCorrection = 'medium';

/** A QR code as a drawing, at the size at which it is printed. Black on white in every scheme: readers need that, too. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const rows = encodeQR(text, 'raw', { ecc: CORRECTION, border: QUIET });
  const size = rows.length;
  const printed = `${(size * MODULE).toFixed(1)}mm`;
  return (
    <svg
      class="qr-code"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      width={printed}
      height={printed}
      shape-rendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={rows.map(blackRuns).join('')} fill="#000" />
    </svg>
  );
}

/** One rectangle for each run of black modules in a row. */
function blackRuns(row: readonly boolean[], y: number): string {
  let path = '';
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x++;
    const width = x + 1 - start;
    path += `M${start} ${y}h${width}v1h-${width}z`;
  }
  return path;
}
