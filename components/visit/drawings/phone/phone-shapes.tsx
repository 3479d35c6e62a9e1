import type { ReactNode } from 'react';
import { CardShape } from '../card-shape';
import { PhoneBackShape, PhoneShape, Place, SmallCardShape } from '../shapes';

interface SpotProps {
  x: number;
  y: number;
}

interface ChildrenProps {
  children?: ReactNode;
}

/** A phone as high as the picture; its screen is 160 × 308, around `x`, 209. */
export function BigPhone({ x = 240 }: { x?: number }) {
  return (
    <Place x={x} y={200} scale={1.3}>
      <PhoneShape />
    </Place>
  );
}

export function BigPhoneBack({ x }: { x: number }) {
  return (
    <Place x={x} y={200} scale={1.3}>
      <PhoneBackShape />
    </Place>
  );
}

/** The phone lies on the card; the corner at the left above is free. */
export function PhoneOnCard({ children }: ChildrenProps) {
  return (
    <>
      <Place x={172} y={290} scale={1.4}>
        <CardShape />
      </Place>
      <g transform="translate(330 190) rotate(12)">
        <Place x={0} y={0} scale={1.15}>
          <PhoneShape />
        </Place>
        {children}
      </g>
    </>
  );
}

/** Radio, spreading to the right, 76 × 136 from the origin. */
export function Waves({ x, y, turn = 0 }: SpotProps & { turn?: number }) {
  return (
    <path
      className="drawing-check"
      transform={`translate(${x} ${y}) rotate(${turn})`}
      d="M0-24a30 30 0 0 1 0 48M24-46a62 62 0 0 1 0 92M48-68a94 94 0 0 1 0 136"
    />
  );
}

/** 54 × 54: settings. */
export function Gear({ x, y }: SpotProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path
        className="drawing-card-face"
        d="m-5-18 1-9h8l1 9 5 2 6-6 6 6-6 6 2 5 9 1v8l-9 1-2 5 6 6-6 6-6-6-5 2-1 9h-8l-1-9-5-2-6 6-6-6 6-6-2-5-9-1v-8l9-1 2-5-6-6 6-6 6 6z"
      />
      <circle className="drawing-screen" r="8" />
    </g>
  );
}

/** The line of a list that is meant, wider than the phone it is in: 280 × 84 around `x`, `y`. */
export function MarkedRow({ x, y, children }: SpotProps & ChildrenProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect className="drawing-card-face" x="-140" y="-42" width="280" height="84" rx="16" />
      {children}
    </g>
  );
}

/** 88 × 48, turned on. */
export function Switch({ x, y }: SpotProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect className="drawing-marked-day" x="-44" y="-24" width="88" height="48" rx="24" />
      <circle className="drawing-device" cx="20" r="17" />
    </g>
  );
}

/** Looks like a two-dimensional code and can be read as none: 104 × 104. */
export function CodeShape({ x, y }: SpotProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect className="drawing-paper" x="-52" y="-52" width="104" height="104" rx="6" />
      <path d="M-40-40h26v26h-26zM14-40h26v26h-26zM-40 14h26v26h-26z" />
      <path
        className="drawing-dot"
        d="M-27-27v.1M27-27v.1M-27 27v.1M0-38v8M0-14v10M-38 0h10M-14 0h.1M16 0h8M38 0v.1M0 16v.1M16 16v8M38 18v.1M0 34v4M18 38h.1M36 34v4"
      />
    </g>
  );
}

/** The app, whichever: a tile with the card on it, 130 × 130. */
export function AppTile({ x, y }: SpotProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect className="drawing-paper" x="-65" y="-65" width="130" height="130" rx="30" />
      <Place x={0} y={0} scale={0.75}>
        <SmallCardShape />
      </Place>
    </g>
  );
}

/** Four digits are asked for: 136 × 44. */
export function PinBoxes({ x, y }: SpotProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path className="drawing-card-face" d="M-68-22h28v44h-28zM-32-22H-4v44h-28zM4-22h28v44H4zM40-22h28v44H40z" />
      <path className="drawing-dot" d="M-54 0v.1M-18 0v.1M18 0v.1M54 0v.1" />
    </g>
  );
}

/** 124 × 124. */
export function Clock({ x, y, children }: SpotProps & ChildrenProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle className="drawing-device" r="62" />
      {children}
      <path d="M0-34V0l24 14" />
    </g>
  );
}

/** 60 × 96. */
export function QuestionMark({ x, y }: SpotProps) {
  return (
    <path
      className="drawing-check"
      transform={`translate(${x} ${y})`}
      d="M-28-24a28 28 0 1 1 44 23C6 6 0 10 0 24M0 50v.1"
    />
  );
}
