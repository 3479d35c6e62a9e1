import { Place } from '../shapes';

interface SpotProps {
  x: number;
  y: number;
}

/** 16 × 24, their middle at the origin. */
const glyphs: Readonly<Record<string, string>> = {
  A: 'm-8 12 8-24 8 24M-5 4H5',
  a: 'M8-4v16M8 4A8 8 0 1 1-8 4 8 8 0 1 1 8 4',
  I: 'M-6-12H6M0-12v24M-6 12H6',
  O: 'M-12 0a12 12 0 1 1 24 0 12 12 0 1 1-24 0',
  '0': 'M-7-4a7 8 0 0 1 14 0v8a7 8 0 0 1-14 0z',
  '1': 'm-5-6 6-6v24',
  '2': 'M-7-5c0-9 14-9 14 0C7 1-7 5-7 12H7',
  '3': 'M-6-8c3-5 12-5 12 2 0 4-4 6-7 6 4 0 8 2 8 6 0 8-11 8-14 2',
  '4': 'M4 12v-24L-8 5H8',
  '○': 'M-8 0a8 8 0 1 1 16 0A8 8 0 1 1-8 0',
  '△': 'M0-9 9 8H-9z',
  '□': 'M-7-7H7V7H-7z',
  '◇': 'M0-10 9 0 0 10-9 0z',
};

/** One letter, digit or sign. */
export function Glyph({ x, y, sign, scale = 1 }: SpotProps & { sign: string; scale?: number }) {
  return (
    <Place x={x} y={y} scale={scale}>
      <path d={glyphs[sign]} />
    </Place>
  );
}

interface EntryBoxesProps extends SpotProps {
  /** One box each: a glyph, • or ● for a digit that is not shown, _ for one that may follow; a space parts groups. */
  signs: string;
  width?: number;
  height?: number;
  gap?: number;
}

/** What is asked for, one box a character, its middle at `x`, `y`. */
export function EntryBoxes({ x, y, signs, width = 28, height = 44, gap = 8 }: EntryBoxesProps) {
  const groups = signs.split(' ').map((group) => [...group]);
  const groupGap = width * 0.6;
  const length = groups.flat().length * (width + gap) - gap + (groups.length - 1) * groupGap;
  const boxes: { sign: string; middle: number }[] = [];
  let middle = x - length / 2 + width / 2;
  for (const group of groups) {
    for (const sign of group) {
      boxes.push({ sign, middle });
      middle += width + gap;
    }
    middle += groupGap;
  }
  return boxes.map(({ sign, middle: boxX }) => (
    <g key={boxX} transform={`translate(${boxX} ${y})`}>
      <rect
        className={sign === '_' ? 'drawing-target' : 'drawing-card-face'}
        x={-width / 2}
        y={-height / 2}
        width={width}
        height={height}
      />
      <Sign sign={sign} scale={Math.min(width / 28, height / 44)} />
    </g>
  ));
}

function Sign({ sign, scale }: { sign: string; scale: number }) {
  switch (sign) {
    case '_':
      return null;
    case '•':
      return <path className="drawing-dot" d="M0 0v.1" />;
    case '●':
      return <circle className="drawing-marked-day" r={4 * scale} />;
    default:
      return <Glyph x={0} y={0} sign={sign} scale={scale} />;
  }
}
