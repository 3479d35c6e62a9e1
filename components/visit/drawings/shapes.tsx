import type { ReactNode } from 'react';

/** The line weight of all drawings, as in drawings.css. */
const line = 5;

interface PlaceProps {
  x: number;
  y: number;
  scale?: number;
  turn?: number;
  children: ReactNode;
}

/** Puts a shape somewhere, in another size but with the same line weight. */
export function Place({ x, y, scale = 1, turn = 0, children }: PlaceProps) {
  return (
    <g transform={`translate(${x} ${y}) rotate(${turn}) scale(${scale})`} strokeWidth={line / scale}>
      {children}
    </g>
  );
}

/** The card where it is small: 120 × 76, with fewer details. */
export function SmallCardShape() {
  return (
    <g>
      <rect className="drawing-card-face" x="-60" y="-38" width="120" height="76" rx="9" />
      <rect className="drawing-card-detail" x="-47" y="-24" width="38" height="48" rx="4" />
      <circle cx="-28" cy="-7" r="6" />
      <path d="M-39 24c0-9 5-14 11-14s11 5 11 14M5-18h40M5 0h24" />
      <rect className="drawing-card-detail" x="29" y="9" width="17" height="15" rx="3" />
    </g>
  );
}

/** 152 × 288, its middle at the origin. */
export function PhoneShape() {
  return (
    <g>
      <rect className="drawing-device" x="-76" y="-144" width="152" height="288" rx="26" />
      <path d="M-12-128h24" />
      <rect className="drawing-screen" x="-62" y="-112" width="124" height="238" rx="12" />
    </g>
  );
}

/** 340 × 218, its middle at the origin; its screen is 252 × 152 around 0, −15. */
export function LaptopShape({ children }: { children?: ReactNode }) {
  return (
    <g>
      <rect className="drawing-device" x="-144" y="-109" width="288" height="204" rx="16" />
      <rect className="drawing-screen" x="-126" y="-91" width="252" height="152" rx="6" />
      {children}
      <path className="drawing-device" d="M-170 79h340v10c0 12-8 20-20 20h-300c-12 0-20-8-20-20z" />
      <path d="M-34 94h68" />
    </g>
  );
}

/** A person to the chest, 124 × 178, the head's middle at the origin. */
export function PersonShape({ children }: { children?: ReactNode }) {
  return (
    <g>
      <path className="drawing-hand" d="M-62 138v-28c0-36 26-58 62-58s62 22 62 58v28z" />
      <circle className="drawing-hand" r="36" />
      {children}
    </g>
  );
}

/** 168 × 158, standing on the origin. */
export function HouseShape() {
  return (
    <g>
      <path className="drawing-device" d="M-62-88V0H62v-88z" />
      <path className="drawing-card-face" d="M-84-80 0-156l84 76z" />
      <path d="M-36 0v-48h32V0" />
      <rect x="18" y="-56" width="26" height="24" />
    </g>
  );
}

/** 104 × 104, its middle at the origin, with one day marked. */
export function SmallCalendarShape() {
  return (
    <g>
      <rect className="drawing-device" x="-52" y="-42" width="104" height="94" rx="12" />
      <path className="drawing-card-face" d="M-52-12v-18c0-8 4-12 12-12h80c8 0 12 4 12 12v18z" />
      <path d="M-24-54v22M24-54v22" />
      <path className="drawing-dot" d="M-28 8v.1M0 8v.1M28 8v.1M-28 32v.1" />
      <circle className="drawing-marked-day" cx="14" cy="31" r="11" />
    </g>
  );
}

/** A seal with ribbons, 96 × 150, its middle at the origin. */
export function SealShape() {
  return (
    <g>
      <path className="drawing-card-face" d="M-28-8-44 75 0 52l44 23-16-83z" />
      <circle className="drawing-device" cy="-27" r="48" />
      <path className="drawing-check" d="m-21-27 15 15 28-28" />
    </g>
  );
}

/** The multi-function terminal of a convenience store, with a card in its slot. */
export function StoreTerminalShape() {
  return (
    <g>
      <rect className="drawing-device" x="96" y="190" width="288" height="190" rx="14" />
      <path d="M96 340h288M216 360h48" />
      <path d="M163 144v22" />
      <rect className="drawing-device" x="88" y="26" width="150" height="118" rx="14" />
      <rect className="drawing-screen" x="104" y="42" width="118" height="86" rx="6" />
      <path d="M122 64h34M122 84h34M122 104h18" />
      <rect className="drawing-card-face" x="174" y="62" width="32" height="46" rx="6" />
      <Place x={324} y={80} scale={0.95}>
        <SmallCardShape />
      </Place>
      <rect className="drawing-device" x="254" y="114" width="140" height="54" rx="10" />
      <path d="M276 140h96" />
      <rect className="drawing-device" x="78" y="166" width="324" height="28" rx="10" />
      <path className="drawing-card-face" d="M140 222h200" />
      <path className="drawing-paper" d="M168 222v92c0 6 2 8 8 8h128c6 0 8-2 8-8v-92" />
      <path d="M192 248h66M192 270h96M192 292h50" />
      <circle className="drawing-accent" cx="282" cy="296" r="11" />
    </g>
  );
}

/** 152 × 288, its middle at the origin: the phone from behind, no maker's. */
export function PhoneBackShape() {
  return (
    <g>
      <rect className="drawing-device" x="-76" y="-144" width="152" height="288" rx="26" />
      <rect className="drawing-screen" x="-60" y="-128" width="46" height="74" rx="23" />
      <circle cx="-37" cy="-106" r="11" />
      <circle cx="-37" cy="-76" r="11" />
    </g>
  );
}

interface SignProps {
  x: number;
  y: number;
}

/** Yes: a mark of 96 × 96, in one size, as its check has a line weight of its own. */
export function CheckSign({ x, y }: SignProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle className="drawing-card-face" r="48" />
      <path className="drawing-check" d="m-22 2 16 16 30-32" />
    </g>
  );
}

/** No: as large as the check, and another shape on another ground. */
export function CrossSign({ x, y }: SignProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle className="drawing-warning" r="48" />
      <path className="drawing-warning-mark" d="m-20-20 40 40m0-40-40 40" />
    </g>
  );
}

/** 92 × 124, the middle of its body at the origin. */
export function PadlockShape() {
  return (
    <g>
      <path d="M-30-34v-22a30 30 0 0 1 60 0v22" />
      <rect className="drawing-card-face" x="-46" y="-36" width="92" height="76" rx="12" />
      <path d="M0 4v14" />
      <circle cy="-4" r="8" />
    </g>
  );
}
