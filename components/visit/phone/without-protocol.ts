/** An address as people write it down. It stands there as text: on a kiosk it could not be opened anyway. */
export const withoutProtocol = (address: string): string =>
  address.replace(/^https?:\/\/(www\.)?/, '').replace(/[?#].*$|\/$/, '');

const shortLength = 48;

/** As much of it as fits in a line: whose page it is. */
export const shortAddress = (address: string): string => {
  const text = withoutProtocol(address);
  return text.length <= shortLength ? text : text.split('/').slice(0, 2).join('/');
};
