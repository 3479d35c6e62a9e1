/** A command that this product must never send was about to be sent: a bug, not a fault of the card. */
export class ForbiddenCommand extends Error {
  override readonly name = 'ForbiddenCommand';
}

const verifyQueryLength = 4;

/**
 * Lets through SELECT (A4), READ BINARY (B0) and the four-byte VERIFY query, all of class 00. A VERIFY that carries a fifth
 * byte could be an attempt at a PIN, and attempts lock cards.
 *
 * @throws {ForbiddenCommand} for every other sequence of bytes.
 */
export const assertHarmless = (command: Uint8Array): void => {
  const [cla, ins, p1] = command;
  const allowed =
    cla === 0x00 &&
    command.length >= verifyQueryLength &&
    (ins === 0xa4 || ins === 0xb0 || (ins === 0x20 && p1 === 0x00 && command.length === verifyQueryLength));
  if (!allowed) throw new ForbiddenCommand(`refused to send INS ${ins?.toString(16)}, ${command.length} bytes`);
};
