import { CardShape } from '../card-shape';
import { CrossSign, PersonShape, Place } from '../shapes';
import { AppTile, BigPhone, PinBoxes } from './phone-shapes';

export function PageInAnotherApp() {
  return (
    <>
      <BigPhone x={122} />
      <path className="drawing-card-face" d="M41 104V70c0-10 6-16 16-16h130c10 0 16 6 16 16v34z" />
      <path d="m62 70 18 18m0-18L62 88M108 79h70" />
      <rect className="drawing-paper" x="60" y="128" width="124" height="212" rx="8" />
      <path d="M80 160h84M80 190h84M80 220h50" />
      <Browser />
      <path className="drawing-arrow" d="M168 272h104m-28-28 28 28-28 28" />
    </>
  );
}

/** A window with an address line and the world. */
function Browser() {
  return (
    <>
      <rect className="drawing-device" x="258" y="84" width="206" height="232" rx="16" />
      <rect className="drawing-card-face" x="276" y="100" width="170" height="34" rx="17" />
      <path d="M258 150h206" />
      <circle cx="376" cy="232" r="54" />
      <path d="M322 232h108M376 178c-32 30-32 78 0 108 32-30 32-78 0-108" />
    </>
  );
}

export function PrivateWindowOff() {
  return (
    <>
      <rect className="drawing-device" x="52" y="34" width="376" height="332" rx="20" />
      <path d="M52 98h376M82 66v.1m22 0v.1m22 0v.1" />
      <rect className="drawing-card-face" x="156" y="50" width="246" height="32" rx="16" />
      <path
        className="drawing-card-face"
        d="M128 340c0-48 24-60 40-76-18-80 10-142 72-142s90 62 72 142c16 16 40 28 40 76z"
      />
      <circle className="drawing-screen" cx="240" cy="212" r="50" />
      <path className="drawing-dot" d="M222 206h.1m36 0h.1" />
      <CrossSign x={404} y={330} />
    </>
  );
}

export function AppUpdate() {
  return (
    <>
      <AppTile x={240} y={200} />
      <path
        className="drawing-arrow"
        transform="translate(240 200)"
        d="M-115-42a122 122 0 0 1 221-19m4-30-4 30-30-5M115 42a122 122 0 0 1-221 19m-4 30 4-30 30 5"
      />
    </>
  );
}

export function AppFromStore() {
  return (
    <>
      <BigPhone />
      <AppTile x={240} y={146} />
      <path className="drawing-arrow" d="M240 244v72m-28-28 28 28 28-28M196 342h88" />
    </>
  );
}

export function FirstRegistration() {
  return (
    <>
      <BigPhone x={124} />
      <Place x={124} y={120} scale={0.6}>
        <PersonShape />
      </Place>
      <PinBoxes x={124} y={264} />
      <path d="M84 326h80" />
      <Place x={354} y={200} scale={1.1}>
        <CardShape />
      </Place>
    </>
  );
}

export function CardIntoPhone() {
  return (
    <>
      <BigPhone x={362} />
      <rect className="drawing-target" x="304" y="160" width="120" height="76" rx="9" />
      <Place x={102} y={198} scale={0.88}>
        <CardShape />
      </Place>
      <path className="drawing-arrow" d="M206 198h46m-22-22 22 22-22 22" />
    </>
  );
}
