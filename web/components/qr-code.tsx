import { useEffect, useState } from 'preact/hooks';

type Drawing = { readonly path: string; readonly modules: number };

/** Loaded when a code is wanted: the page says everything in words before that. */
const draw = async (text: string): Promise<Drawing> => {
  const { encode } = await import('uqr');
  const { data, size } = encode(text, { ecc: 'M', border: 2 });
  return { modules: size, path: data.flatMap((row, y) => row.flatMap((dark, x) => dark ? [`M${x} ${y}h1v1h-1z`] : [])).join('') };
};

/** A QR code as one path, dark on white in every theme so that every camera reads it. Keeps its place until drawn. */
export const QrCode = ({ text, label, size = 160 }: { readonly text: string; readonly label: string; readonly size?: number }) => {
  const [drawing, setDrawing] = useState<Drawing>({ path: '', modules: 1 });
  useEffect(() => { draw(text).then(setDrawing, () => { /* the address stays readable in words */ }); }, [text]);
  return (
    <svg class="qr" width={size} height={size} viewBox={`0 0 ${drawing.modules} ${drawing.modules}`} role="img" aria-label={label} shape-rendering="crispEdges">
      <rect width={drawing.modules} height={drawing.modules} fill="#fff" /><path d={drawing.path} fill="#17211d" />
    </svg>
  );
};
