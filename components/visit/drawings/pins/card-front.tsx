import type { ReactNode } from 'react';
import type { NotPin } from '@/lib/pins/recognise';
import { CardPhoto } from '../card-shape';
import { Place } from '../shapes';

interface CardFrontProps {
  /** The number that is explained, the others stay faint; `card-number` is the long one on the back. */
  crossed: NotPin | 'all';
  label: string;
}

/** The front of the card, its back behind it, and a receipt: where the numbers are that are no PIN. */
export function CardFront({ crossed, label }: CardFrontProps) {
  return (
    <svg className="drawing" viewBox="0 0 480 400" role="img" aria-label={label}>
      <CrossedNumbers crossed={crossed} />
    </svg>
  );
}

export function CrossedNumbers({ crossed }: Pick<CardFrontProps, 'crossed'>) {
  const isPutTogether = crossed === 'verification-number';
  const isCrossed = (number: NotPin) => crossed === 'all' || crossed === number;
  return (
    <>
      <Part isClear={isCrossed('card-number')}>
        <rect className="drawing-device" x="32" y="90" width="336" height="214" rx="21" />
        <Digits x={190} y={269} groups={[4, 4, 4]} step={20} />
        {isCrossed('card-number') && <CrossedOut x={190} y={269} length={286} />}
      </Part>
      <rect className="drawing-card-face" x="14" y="14" width="336" height="220" rx="21" />
      <Part isClear={crossed === 'all'}>
        <Place x={163} y={124} scale={1.55}>
          <CardPhoto />
        </Place>
        <path d="M152 42h174M152 64h174M152 86h104" />
      </Part>
      <Part isClear={crossed === 'all' || isPutTogether}>
        <Digits x={200} y={108} groups={[2, 2, 2]} />
      </Part>
      <Part isClear={isCrossed('expiry') || isPutTogether}>
        <rect className="drawing-card-detail" x="152" y="132" width="142" height="32" rx="6" />
        <Digits x={223} y={148} groups={[4, 2, 2]} />
        {isCrossed('expiry') && <CrossedOut x={223} y={148} length={162} />}
      </Part>
      <Part isClear={isCrossed('security-code') || isPutTogether}>
        <rect className="drawing-card-detail" x="152" y="186" width="70" height="32" rx="6" />
        <Digits x={187} y={202} groups={[4]} />
        {isCrossed('security-code') && <CrossedOut x={187} y={202} length={90} />}
      </Part>
      <Part isClear={isCrossed('verification-number')}>
        <path className="drawing-paper" d="M37 338h122v36H37zM173 338h86v36h-86zM273 338h86v36h-86z" />
        <Digits x={98} y={356} groups={[6]} step={18} />
        <Digits x={216} y={356} groups={[4]} step={18} />
        <Digits x={316} y={356} groups={[4]} step={18} />
        {isCrossed('verification-number') && <CrossedOut x={198} y={356} length={358} />}
      </Part>
      {isPutTogether && (
        <path
          className="drawing-arrow"
          d="M98 250v64m-16-16 16 16 16-16M216 250v64m-16-16 16 16 16-16M316 250v64m-16-16 16 16 16-16"
        />
      )}
      <Part isClear={isCrossed('receipt-number')}>
        <path className="drawing-paper" d="M382 14h80v224l-20-16-20 16-20-16-20 16z" />
        <path d="M400 44h44M400 66h44M400 178h44" />
        <Digits x={411} y={122} groups={[4]} />
        {isCrossed('receipt-number') && <CrossedOut x={410} y={122} length={70} />}
      </Part>
    </>
  );
}

interface PartProps {
  isClear: boolean;
  children: ReactNode;
}

function Part({ isClear, children }: PartProps) {
  return <g opacity={isClear ? undefined : 0.3}>{children}</g>;
}

interface DigitsProps {
  x: number;
  y: number;
  /** How many digits are together. */
  groups: readonly number[];
  step?: number;
}

function Digits({ x, y, groups, step = 13 }: DigitsProps) {
  const count = groups.reduce((sum, group) => sum + group, 0);
  const start = x - ((count - 1) * step + (groups.length - 1) * 10) / 2;
  const dots = groups.map((group) => `h.1${`m${step - 0.1} 0h.1`.repeat(group - 1)}`);
  return <path className="drawing-dot" d={`M${start} ${y}${dots.join(`m${step + 9.9} 0`)}`} />;
}

/** A ring around a number, a line through it, and a cross at its end. */
function CrossedOut({ x, y, length }: { x: number; y: number; length: number }) {
  const end = length / 2;
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect className="drawing-accent" x={-end} y="-24" width={length} height="48" rx="24" />
      <path className="drawing-accent" d={`M${12 - end} 18 ${end - 12}-18`} />
      <circle className="drawing-warning" cx={end + 9} r="19" />
      <path className="drawing-warning-mark" d={`m${end + 2}-7 14 14m0-14-14 14`} />
    </g>
  );
}
