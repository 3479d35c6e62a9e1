import { CardShape } from '../card-shape';
import { PhoneShape, Place } from '../shapes';
import { type HoldSign, HoldSigns } from './hold-signs';

export type { HoldSign } from './hold-signs';

export type HoldDevice = 'phone' | 'reader';

/**
 * `above`: the card waits beside the device, an arrow shows where it goes; `there`: it lies on it; `take`: it lies on it, done;
 * `off`: taken too early; `away`: taken after the end.
 */
export type HoldPose = 'above' | 'there' | 'take' | 'off' | 'away';

interface HoldDrawingProps {
  device: HoldDevice;
  pose: HoldPose;
  sign: HoldSign;
  /** How much of the ring is full, 0 to 1. */
  share: number;
  /** `null` if what the picture says is said beside it. */
  label: string | null;
}

/** The same parts in every pose, so that the card moves: its places, and where it is when it is dragged, are in practice-drawings.css. */
export function HoldDrawing({ device, pose, sign, share, label }: HoldDrawingProps) {
  const isPhone = device === 'phone';
  return (
    <svg
      className={`drawing hold-drawing ${isPhone ? 'hold-on-phone' : 'hold-on-reader'}`}
      data-hold={pose}
      data-sign={sign}
      viewBox="0 0 480 400"
      role="img"
      aria-label={label ?? undefined}
      aria-hidden={label === null ? true : undefined}
    >
      {isPhone ? <BehindPhone /> : <Reader />}
      <g className="hold-card">
        <g className="hold-turn">
          <Place x={0} y={0} scale={isPhone ? 1.32 : 1}>
            <CardShape />
          </Place>
        </g>
      </g>
      {isPhone ? <Phone /> : <path className={arrowOut} d="M438 330V196m-32 32 32-32 32 32" />}
      <HoldSigns {...(isPhone ? onScreen : besideCard)} share={share} />
    </svg>
  );
}

const arrowIn = 'drawing-part drawing-arrow hold-arrow-in';
const arrowOut = 'drawing-part drawing-arrow hold-arrow-out';
const onScreen = { x: 288, y: 208, boxWidth: 27 };
const besideCard = { x: 402, y: 84, boxWidth: 23 };

function Reader() {
  return (
    <>
      <path d="M114 152V96c0-20-12-32-32-32H0" />
      <rect className="drawing-device" x="90" y="150" width="300" height="216" rx="28" />
      <path d="M90 338h300" />
      <rect className="drawing-target" x="130" y="181" width="220" height="138" rx="18" />
      <path className={arrowIn} d="M240 204v88m-34-34 34 34 34-34" />
    </>
  );
}

/** The place of the card, and the arrow that goes behind the phone and comes out again. */
function BehindPhone() {
  return (
    <>
      <rect className="drawing-part drawing-target hold-target" x="152" y="63" width="272" height="174" rx="18" />
      <path className={arrowIn} d="M182 150h224m-24-24 24 24-24 24" />
    </>
  );
}

function Phone() {
  return (
    <>
      <Place x={288} y={200} scale={1.2}>
        <PhoneShape />
      </Place>
      <path className={arrowOut} d="M126 150H36m32-32-32 32 32 32" />
    </>
  );
}
