import { encode } from 'uqr';

const namespace = 'http://www.w3.org/2000/svg';

const part = (name: string, attributes: Readonly<Record<string, string>>): Element => {
  const element = document.createElementNS(namespace, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
};

/** Draws the code into an svg as one path, dark on white in every theme so that every camera reads it. */
export const drawQr = (svg: Element, text: string): void => {
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.replaceChildren(part('rect', { width: String(size), height: String(size), fill: '#fff' }), part('path', { d: path, fill: '#17211d', 'shape-rendering': 'crispEdges' }));
};
