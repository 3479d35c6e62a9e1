import { CardShape } from '../card-shape';
import { BigPhone } from '../phone/phone-shapes';
import { PersonShape, Place, SmallCardShape } from '../shapes';
import { CameraFrame, DayClock, OtherCardShape } from './pin-shapes';

export function AtTheCounter() {
  return (
    <>
      <Place x={372} y={86} scale={1.15}>
        <PersonShape />
      </Place>
      <rect className="drawing-device" x="216" y="268" width="248" height="112" />
      <rect className="drawing-card-face" x="192" y="240" width="276" height="30" rx="10" />
      <Place x={238} y={194} scale={0.9}>
        <SmallCardShape />
      </Place>
      <Place x={92} y={200} scale={1.28}>
        <PersonShape />
      </Place>
    </>
  );
}

/** A photo of the card and of the face; the terminal of a store within a day. */
export function Booking() {
  return (
    <>
      <BigPhone x={122} />
      <Place x={122} y={174} scale={0.72}>
        <PersonShape />
      </Place>
      <CameraFrame x={122} y={204} width={132} height={172} />
      <DayClock x={356} y={122} />
      <Place x={356} y={312} scale={0.96}>
        <CardShape />
      </Place>
    </>
  );
}

/** Both into the bag. */
export function BringWithIt() {
  return (
    <>
      <Place x={112} y={112} scale={0.92}>
        <CardShape />
      </Place>
      <path className="drawing-check" d="M240 88v32m-16-16h32" />
      <Place x={368} y={112} scale={0.92}>
        <OtherCardShape />
      </Place>
      <path className="drawing-card-face" d="M14 160h452l-20 202c-2 12-8 18-20 18H54c-12 0-18-6-20-18z" />
      <path d="M150 160v60c0 70 180 70 180 0v-60" />
    </>
  );
}

export function ChildsCard() {
  return (
    <>
      <Place x={154} y={92} scale={1.5}>
        <PersonShape />
      </Place>
      <Place x={344} y={168} scale={0.95}>
        <PersonShape />
      </Place>
      <Place x={254} y={310} scale={0.9}>
        <CardShape />
      </Place>
    </>
  );
}
