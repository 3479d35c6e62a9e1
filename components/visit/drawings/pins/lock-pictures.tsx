import { CardShape } from '../card-shape';
import { CrossSign, PadlockShape, Place } from '../shapes';
import { EntryBoxes } from './entry-boxes';
import { CameraFrame, OpenHandShape } from './pin-shapes';

/** Two of three tries are gone. */
export function BeforeTheLastTry() {
  return (
    <>
      <Place x={150} y={196} scale={1.45}>
        <OpenHandShape />
      </Place>
      <circle className="drawing-target" cx="388" cy="84" r="40" />
      <circle className="drawing-target" cx="388" cy="200" r="40" />
      <circle className="drawing-marked-day" cx="388" cy="316" r="40" />
    </>
  );
}

export function Locked() {
  return (
    <>
      <Place x={240} y={88} scale={1.1}>
        <CardShape />
      </Place>
      <EntryBoxes x={96} y={306} signs="●●" width={60} height={84} gap={14} />
      <EntryBoxes x={384} y={306} signs="●●" width={60} height={84} gap={14} />
      <Place x={240} y={304} scale={1.4}>
        <PadlockShape />
      </Place>
    </>
  );
}

/** No digits: a look at the face does it. */
export function FaceCard() {
  return (
    <>
      <Place x={240} y={120} scale={1.55}>
        <CardShape />
      </Place>
      <CameraFrame x={158} y={113} width={122} height={148} />
      <EntryBoxes x={240} y={322} signs="____" width={60} height={84} gap={16} />
      <CrossSign x={240} y={322} />
    </>
  );
}
