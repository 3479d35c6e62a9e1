import { PadlockShape, PhoneShape, Place } from '../shapes';
import { BigPhone, Gear, MarkedRow, QuestionMark, Switch, Waves } from './phone-shapes';

export function TwoPhones() {
  return (
    <>
      <Place x={106} y={200} scale={1.15}>
        <PhoneShape />
      </Place>
      <path
        className="drawing-card-face"
        d="M56 118h30v30H56zM126 118h30v30h-30zM56 178h30v30H56zM126 178h30v30h-30zM56 238h30v30H56zM126 238h30v30h-30z"
      />
      <rect className="drawing-device" x="300" y="54" width="148" height="292" rx="18" />
      <rect className="drawing-screen" x="314" y="92" width="120" height="190" rx="4" />
      <path d="M354 74h40" />
      <circle cx="374" cy="315" r="18" />
      <path d="M334 124h80M334 156h80M334 188h80M334 220h50" />
      <QuestionMark x={246} y={196} />
    </>
  );
}

export function SettingsThenAbout() {
  return (
    <>
      <Place x={102} y={200} scale={1.15}>
        <PhoneShape />
      </Place>
      <Gear x={102} y={112} />
      <path d="M50 164h104M50 298h104M50 256h104" />
      <rect className="drawing-card-face" x="18" y="186" width="168" height="48" rx="12" />
      <path d="M46 210h78m20-10 10 10-10 10" />
      <path className="drawing-arrow" d="M206 210h60m-24-24 24 24-24 24" />
      <Place x={372} y={200} scale={1.15}>
        <PhoneShape />
      </Place>
      <circle className="drawing-card-face" cx="372" cy="112" r="26" />
      <path d="M372 110v14m0-26v.1M320 164h40m24 0h40M320 256h40m24 0h40M320 298h40m24 0h40" />
      <rect className="drawing-card-face" x="288" y="186" width="168" height="48" rx="12" />
      <path d="M308 210h38" />
      <path className="drawing-dot" d="M378 210h54" />
    </>
  );
}

/** Noughts: no version is meant. */
export function SystemVersion() {
  return (
    <>
      <BigPhone />
      <Gear x={240} y={106} />
      <path d="M184 158h112M184 298h112M184 334h112" />
      <MarkedRow x={240} y={226}>
        <path d="M-116 0h90" />
        <rect className="drawing-screen" x="6" y="-24" width="28" height="48" rx="14" />
        <rect className="drawing-screen" x="44" y="-24" width="28" height="48" rx="14" />
        <path className="drawing-dot" d="M84 20v.1" />
        <rect className="drawing-screen" x="96" y="-24" width="28" height="48" rx="14" />
      </MarkedRow>
    </>
  );
}

export function SystemUpdate() {
  return (
    <>
      <BigPhone />
      <path
        className="drawing-arrow"
        transform="translate(240 172)"
        d="M-54-20a58 58 0 0 1 104-9m0-22v22l-22-2M54 20a58 58 0 0 1-104 9m0 22V29l22 2"
      />
      <rect className="drawing-paper" x="180" y="284" width="120" height="32" rx="16" />
      <path className="drawing-arrow" d="M196 300h52" />
    </>
  );
}

export function RadioItem() {
  return (
    <>
      <BigPhone />
      <Gear x={240} y={106} />
      <path d="M184 158h112M184 298h112M184 334h112" />
      <MarkedRow x={240} y={226}>
        <path d="M-114-8a10 10 0 0 1 0 16M-102-16a24 24 0 0 1 0 32M-90-24a38 38 0 0 1 0 48" />
        <path d="M-58 0h74" />
        <Switch x={80} y={0} />
      </MarkedRow>
    </>
  );
}

export function RadioOn() {
  return (
    <>
      <BigPhone x={180} />
      <Waves x={302} y={200} />
      <rect className="drawing-marked-day" x="122" y="168" width="116" height="64" rx="32" />
      <circle className="drawing-device" cx="206" cy="200" r="23" />
      <path d="M124 110h112M124 290h112" />
    </>
  );
}

export function LockedScreen() {
  return (
    <>
      <BigPhone />
      <Place x={240} y={172} scale={1.1}>
        <PadlockShape />
      </Place>
      <path className="drawing-dot" d="M198 276v.1M226 276v.1M254 276v.1M282 276v.1" />
    </>
  );
}
