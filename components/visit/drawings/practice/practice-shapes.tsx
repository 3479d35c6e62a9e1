import { PersonShape, Place } from '../shapes';

interface SpotProps {
  x: number;
  y: number;
}

/** 132 × 72: this one is to be pressed, and it is about a person; free for what presses it at 34, 8. */
export function LoginButton({ x, y }: SpotProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect
        className="drawing-card-face drawing-accent"
        strokeWidth="8"
        x="-66"
        y="-36"
        width="132"
        height="72"
        rx="14"
      />
      <Place x={-36} y={-10} scale={0.27}>
        <PersonShape />
      </Place>
      <path d="M-8-10h18M-8 12h10" />
    </g>
  );
}

/** The tip of the finger, in a ring, at `x`, `y`. */
export function PointingHand({ x, y, turn }: SpotProps & { turn: number }) {
  return (
    <>
      <circle className="drawing-accent" cx={x} cy={y} r="22" />
      <Place x={x} y={y} scale={0.62} turn={turn}>
        <g transform="translate(0 -8)">
          <path className="drawing-card-face" d="M-10 196h98v50h-98z" />
          <path
            className="drawing-hand"
            d="M-16 118V16a16 16 0 0 1 32 0v60a15 15 0 0 1 30 2v6a14 14 0 0 1 28 2v8a13 13 0 0 1 26 4v44c0 26-8 42-22 56v14H0v-8c-22-16-36-42-48-70-4-10 0-19 9-23s17 1 23 10z"
          />
          <path d="M16 76v30M46 84v22M74 94v14" />
        </g>
      </Place>
    </>
  );
}

/** What a mouse moves over a screen, its tip, in a ring, at `x`, `y`. */
export function ScreenPointer({ x, y }: SpotProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle className="drawing-accent" r="22" />
      <path className="drawing-device" d="M0 0v62l15-14 12 28 14-6-12-27h21z" />
    </g>
  );
}

/** 64 × 64. */
export function SmallCheck({ x, y }: SpotProps) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle className="drawing-card-face" r="32" />
      <path className="drawing-check" d="m-15 1 11 11 20-22" />
    </g>
  );
}
