import type { ReactNode } from 'react';
import { Clock } from '../phone/phone-shapes';
import { Place } from '../shapes';

interface SpotProps {
  x: number;
  y: number;
}

interface ChildrenProps {
  children?: ReactNode;
}

/** 130 × 170, its middle at the origin: the slip where it is small. */
export function SmallSlipShape() {
  return (
    <g>
      <rect className="drawing-paper" x="-65" y="-85" width="130" height="170" rx="8" />
      <path d="M-46-62h56" />
      {[-33, -1, 31, 63].map((y) => (
        <g key={y} transform={`translate(0 ${y})`}>
          <circle cx="-42" r="7" />
          <rect className="drawing-card-face" x="-24" y="-12" width="72" height="24" rx="4" />
          <path className="drawing-dot" d="M-11 0v.1M5 0v.1M20 0v.1M35 0v.1" />
        </g>
      ))}
    </g>
  );
}

/** An envelope from behind, open, 220 × 222, its middle near the origin; what comes out of it is before the flap. */
export function OpenEnvelope({ x, y, children }: SpotProps & ChildrenProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <path className="drawing-card-face" d="M-110-30 0-112 110-30z" />
      {children}
      <path className="drawing-device" d="M-110-30v130c0 6 4 10 10 10h200c6 0 10-4 10-10V-30L0 46z" />
    </g>
  );
}

/** 60 × 60. */
export function SmallCross({ x, y }: SpotProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle className="drawing-warning" r="30" />
      <path className="drawing-warning-mark" d="m-12-12 24 24m0-24-24 24" />
    </g>
  );
}

/** 100 × 88, its middle near the origin. */
export function WarningTriangle({ x, y, scale = 1 }: SpotProps & { scale?: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <Place x={0} y={0} scale={scale}>
        <path className="drawing-warning" d="M-6-42c3-5 9-5 12 0l42 72c3 6 0 12-7 12h-82c-7 0-10-6-7-12z" />
      </Place>
      <path className="drawing-warning-mark" d={`M0 ${-16 * scale}V${8 * scale}M0 ${27 * scale}v.1`} />
    </g>
  );
}

/** A seal whose middle, free for a sign, is at the origin: 96 × 150. */
export function Seal({ x, y, scale = 1, children }: SpotProps & ChildrenProps & { scale?: number }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <Place x={0} y={0} scale={scale}>
        <path className="drawing-card-face" d="M-28 19-44 102 0 79l44 23-16-83z" />
        <circle className="drawing-device" r="48" />
      </Place>
      {children}
    </g>
  );
}

/** A seal that no longer holds: 130 × 170. */
export function BrokenSeal({ x, y }: SpotProps) {
  return (
    <Seal x={x} y={y} scale={1.3}>
      <path className="drawing-accent" d="m6-62-22 34 28 16-30 30 22 42" />
      <SmallCross x={58} y={48} />
    </Seal>
  );
}

/** 200 × 196, its middle at the origin; the day that is meant is at 34, 50. */
export function CalendarShape({ children }: ChildrenProps) {
  return (
    <g>
      <rect className="drawing-device" x="-100" y="-82" width="200" height="180" rx="16" />
      <path className="drawing-card-face" d="M-100-34v-32c0-10 6-16 16-16H84c10 0 16 6 16 16v32z" />
      <path d="M-48-98v34M48-98v34" />
      <path className="drawing-dot" d="M-22 0h.1M22 0h.1M66 0h.1M-66 50h.1M-22 50h.1" />
      {children ?? <circle className="drawing-marked-day" cx="34" cy="50" r="18" />}
    </g>
  );
}

/** An open hand: 170 × 226. */
export function OpenHandShape() {
  return (
    <path
      className="drawing-hand"
      d="M-36 116V92c-22-16-38-42-50-74-4-11 1-20 10-24s19 2 23 11l13 29V-70a16 16 0 0 1 32 0v66-88a16 16 0 0 1 32 0v88-76a16 16 0 0 1 32 0v76-50a14 14 0 0 1 28 0v96c0 24-10 42-26 54v20z"
    />
  );
}

/** Its tip is at the origin, 190 high. */
export function PencilShape() {
  return (
    <g>
      <path className="drawing-device" d="m0 0-16-36v-140c0-8 4-12 12-12h8c8 0 12 4 12 12v140z" />
      <path className="drawing-card-face" d="M-16-36v-116h32v116z" />
    </g>
  );
}

/** Residence card, licence: what has its photo at the other side, 200 × 126, its middle at the origin. */
export function OtherCardShape() {
  return (
    <g>
      <rect className="drawing-device" x="-100" y="-63" width="200" height="126" rx="12" />
      <path d="M-82-38h90M-82-12h66M-82 14h78M-82 38h40" />
      <rect className="drawing-card-face" x="24" y="-42" width="58" height="74" rx="4" />
      <circle cx="53" cy="-16" r="12" />
      <path d="M32 32v-4c0-14 9-22 21-22s21 8 21 22v4" />
    </g>
  );
}

/** Four corners around what a camera looks at. */
export function CameraFrame({ x, y, width, height }: SpotProps & { width: number; height: number }) {
  return (
    <path
      className="drawing-accent"
      transform={`translate(${x - width / 2} ${y - height / 2})`}
      d={`M0 24V8c0-6 2-8 8-8h16M${width - 24} 0h16c6 0 8 2 8 8v16M${width} ${height - 24}v16c0 6-2 8-8 8h-16M24 ${height}H8c-6 0-8-2-8-8v-16`}
    />
  );
}

/** Within a day: 188 × 188. */
export function DayClock({ x, y }: SpotProps) {
  return (
    <>
      <Clock x={x} y={y} />
      <path className="drawing-arrow" transform={`translate(${x} ${y})`} d="M0-88a88 88 0 1 1-62 26m-26 0h26v26" />
    </>
  );
}
