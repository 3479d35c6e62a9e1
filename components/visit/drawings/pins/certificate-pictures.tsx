import { HouseShape, Place } from '../shapes';
import { BrokenSeal, CalendarShape, DayClock, Seal } from './pin-shapes';

/** One to get in with, one to sign with. */
export function TwoCertificates() {
  return (
    <>
      <Seal x={124} y={150} scale={2}>
        <circle className="drawing-card-face" cx="-30" r="28" />
        <path d="M-2 0h66v24M42 0v18" />
        <circle cx="-30" r="6" />
      </Seal>
      <Seal x={356} y={150} scale={2}>
        <g transform="translate(-8 18) rotate(45)">
          <path className="drawing-card-face" d="m0 0-12-26v-70h24v70zM-12-26h24" />
        </g>
        <path d="M-54 44c12-18 24-18 24 0s16 14 24-2 16-14 18 2 20 8 38 2" />
      </Seal>
    </>
  );
}

/** A move ends the one to sign with. */
export function Moved() {
  return (
    <>
      <Place x={104} y={376}>
        <HouseShape />
      </Place>
      <Place x={376} y={376}>
        <HouseShape />
      </Place>
      <path className="drawing-arrow" d="M206 322h68m-24-24 24 24-24 24" />
      <BrokenSeal x={240} y={84} />
    </>
  );
}

export function Expired() {
  return (
    <>
      <Place x={158} y={200} scale={1.35}>
        <CalendarShape />
      </Place>
      <BrokenSeal x={382} y={170} />
    </>
  );
}

/** It is new, and will be known everywhere tomorrow. */
export function RenewedToday() {
  return (
    <>
      <Seal x={148} y={150} scale={2}>
        <path className="drawing-check" d="m-42 4 28 28 56-56" />
      </Seal>
      <DayClock x={368} y={180} />
    </>
  );
}
