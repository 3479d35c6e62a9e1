import { BigPhone, CodeShape } from '../phone/phone-shapes';
import { CameraFrame, PencilShape } from '../pins/pin-shapes';
import { CheckSign, LaptopShape, PhoneShape, Place } from '../shapes';

/** The phone looks at the code; what it sees is on its own screen. */
export function CodeBeforePhone() {
  return (
    <>
      <Place x={174} y={142}>
        <LaptopShape />
      </Place>
      <CodeShape x={114} y={127} />
      <path className="drawing-target" d="M182 82 250 138M182 172l66 38" />
      <path className="drawing-hand" d="M316 378v-22l78-196h24c18 6 34 34 34 68v76c0 30-8 54-20 74z" />
      <path className="drawing-card-face" d="M306 374h138v24h-138z" />
      <Place x={338} y={204} scale={1.12}>
        <PhoneShape />
      </Place>
      <CodeShape x={338} y={212} />
      <CameraFrame x={338} y={212} width={126} height={126} />
      {[250, 279, 308, 337].map((y) => (
        <rect key={y} className="drawing-hand" x="240" y={y - 14} width="32" height="28" rx="14" />
      ))}
      <path className="drawing-hand" d="M452 290c-12-16-24-36-32-56-5-11-12-15-20-12s-11 11-8 21c8 28 20 54 34 77" />
    </>
  );
}

/** One field for many characters, the keys of letters, and the one for capitals. */
export function LettersOnPhone() {
  return (
    <>
      <BigPhone />
      <rect className="drawing-card-face" x="172" y="84" width="136" height="50" rx="6" />
      <path className="drawing-dot" d="M190 109v.1m20 0v.1m20 0v.1m20 0v.1m20 0v.1m20 0v.1" />
      <path d="M172 166h136" />
      {[200, 240].map((y) => [182, 211, 240, 269, 298].map((x) => <Key key={`${x} ${y}`} x={x} y={y} />))}
      {[240, 269, 298].map((x) => (
        <Key key={x} x={x} y={280} />
      ))}
      <rect className="drawing-marked-day" x="172" y="265" width="48" height="30" rx="5" />
      <path className="drawing-device" stroke="none" d="m196 266 15 15h-8v12h-14v-12h-8z" />
      <rect className="drawing-device" x="200" y="310" width="80" height="28" rx="5" />
    </>
  );
}

function Key({ x, y }: { x: number; y: number }) {
  return <rect className="drawing-device" x={x - 10} y={y - 15} width="20" height="30" rx="5" />;
}

/** All fields are filled in; what is left is to sign. */
export function Form() {
  return (
    <>
      <BigPhone x={200} />
      {[100, 172].map((y) => (
        <g key={y}>
          <path d={`M138 ${y - 20}h48`} />
          <rect className="drawing-card-face" x="138" y={y - 4} width="124" height="36" rx="6" />
          <path d={`M154 ${y + 14}h72`} />
        </g>
      ))}
      <Place x={146} y={306} scale={1.25}>
        <Signature />
      </Place>
      <path className="drawing-arrow" d="M140 336h120" />
      <Place x={232} y={304} turn={36}>
        <PencilShape />
      </Place>
    </>
  );
}

/** The signed page leaves the phone, and all is well. */
export function Sent() {
  return (
    <>
      <Place x={98} y={222} scale={1.1}>
        <PhoneShape />
      </Place>
      <path d="M66 130h64M66 158h44" />
      <path className="drawing-arrow" d="M98 284c6-58 66-100 146-108m-35-24 35 24-29 31" />
      <Place x={354} y={138} turn={10}>
        <rect className="drawing-paper" x="-74" y="-104" width="148" height="196" rx="8" />
        <path d="M-48-70h62M-48-38h96M-48-8h96M-48 66h96" />
        <g transform="translate(-40 50)">
          <Signature />
        </g>
      </Place>
      <CheckSign x={410} y={280} />
    </>
  );
}

/** 66 × 34, to the right from the origin. */
function Signature() {
  return (
    <path className="drawing-accent" d="M0 0c8-26 20-34 24-26s-8 26-2 26 10-22 16-22-2 20 4 20 8-12 14-12 2 10 10 10" />
  );
}
