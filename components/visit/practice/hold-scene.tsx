'use client';

import { type CSSProperties, type PointerEvent, useEffect, useRef, useState } from 'react';
import { type HoldDevice, HoldDrawing, type HoldPose, type HoldSign } from '../drawings/practice/hold-drawing';

/** A finger that rests on the card for so long means to hold it, not to move it. */
const restMs = 250;
/** In units of the drawing. Less is a finger that trembles. */
const trembles = 12;

/** By so much farther away the field still holds what it has. */
const clings = 30;

interface Press {
  readonly pointerId: number;
  readonly from: Point;
  readonly isOnCard: boolean;
  /** The card is in the field. */
  readonly isDown: boolean;
  /** This press has put or taken it. */
  readonly hasMovedIt: boolean;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the device notices the card, in units of the drawing. */
const fields: Readonly<Record<HoldDevice, { readonly x: number; readonly y: number; readonly reach: number }>> = {
  phone: { x: 288, y: 150, reach: 90 },
  reader: { x: 240, y: 250, reach: 80 },
};

interface HoldSceneProps {
  device: HoldDevice;
  pose: HoldPose;
  sign: HoldSign;
  share: number;
  label: string;
  /** A finger or a mouse moves the card here. `sticky`: it stays where it was put, so that the finger is free to type. */
  touch: 'none' | 'held' | 'sticky';
  isThere: boolean;
  onPut: () => void;
  onTake: () => void;
  /** Nobody can say any more whether it is there. */
  onLost: () => void;
}

/** The card and what reads it. The card is dragged there, or it comes when one presses and goes when one lets go. */
export function HoldScene({ device, pose, sign, share, label, touch, isThere, onPut, onTake, onLost }: HoldSceneProps) {
  const frame = useRef<HTMLDivElement>(null);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pressed = useRef<Press | null>(null);
  const [dragged, setDragged] = useState<Point | null>(null);
  useEffect(() => () => clearTimeout(rest.current), []);

  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const matrix = frame.current?.querySelector('svg')?.getScreenCTM()?.inverse();
    const { x, y } = new DOMPoint(clientX, clientY).matrixTransform(matrix ?? undefined);
    return { x, y };
  };

  const put = (): void => {
    if (pressed.current !== null) pressed.current = { ...pressed.current, isDown: true, hasMovedIt: true };
    onPut();
  };
  const take = (): void => {
    if (pressed.current !== null) pressed.current = { ...pressed.current, isDown: false, hasMovedIt: true };
    onTake();
  };
  /** The press that goes on, if the event is of its finger; a second finger and a palm are of no account. */
  const pressOf = ({ pointerId }: PointerEvent): Press | null =>
    pressed.current?.pointerId === pointerId ? pressed.current : null;

  const press = (event: PointerEvent): void => {
    if (touch === 'none' || event.button !== 0 || pressed.current !== null) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const isOnCard = event.target instanceof Element && event.target.closest('.hold-card') !== null;
    const { pointerId } = event;
    pressed.current = { pointerId, from: pointOf(event), isOnCard, isDown: isThere, hasMovedIt: false };
    if (isThere) return;
    if (isOnCard) rest.current = setTimeout(put, restMs);
    else put();
  };

  const move = (event: PointerEvent): void => {
    const current = pressOf(event);
    if (current === null || !current.isOnCard) return;
    const point = pointOf(event);
    const isTrembling = Math.hypot(point.x - current.from.x, point.y - current.from.y) < trembles;
    if (dragged === null && isTrembling) return;
    clearTimeout(rest.current);
    setDragged(point);
    const { x, y, reach } = fields[device];
    // It lets go later than it takes, so that a hand at its edge does not put and take the card many times.
    const isOver = Math.hypot(point.x - x, point.y - y) < reach + (current.isDown ? clings : 0);
    if (isOver && !current.isDown) put();
    if (!isOver && current.isDown) take();
  };

  const letGo = (): void => {
    clearTimeout(rest.current);
    setDragged(null);
    pressed.current = null;
  };

  const release = (event: PointerEvent): void => {
    const current = pressOf(event);
    if (current === null) return;
    const isTap = dragged === null && current.isOnCard && !current.isDown;
    letGo();
    if (touch === 'sticky') {
      if (isTap) onPut();
    } else if (current.isDown && (current.hasMovedIt || dragged !== null)) {
      onTake();
    }
  };

  /** A call comes in, or the system takes the finger for something else: nobody has lifted a card. */
  const lose = (event: PointerEvent): void => {
    const current = pressOf(event);
    if (current === null) return;
    letGo();
    if (current.isDown && current.hasMovedIt && touch !== 'sticky') onLost();
  };

  const place: (CSSProperties & Record<'--card-x' | '--card-y', number>) | undefined =
    dragged === null ? undefined : { '--card-x': dragged.x, '--card-y': dragged.y };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a short cut for fingers; the button beside it does the same
    <div
      ref={frame}
      className="hold-scene picture-screen-picture"
      data-touch={touch}
      data-dragged={dragged !== null || undefined}
      style={place}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={lose}
      onContextMenu={(event) => event.preventDefault()}
    >
      <HoldDrawing device={device} pose={pose} sign={sign} share={share} label={label} />
    </div>
  );
}
