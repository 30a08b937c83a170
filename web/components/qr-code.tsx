import { useEffect, useRef } from 'preact/hooks';

/** A QR code; its drawing is loaded when one is shown, its place is kept until then, and the words beside it say the same. */
export const QrCode = ({ text, label, size = 160 }: { readonly text: string; readonly label: string; readonly size?: number }) => {
  const svg = useRef<SVGSVGElement>(null);
  useEffect(() => { void import('./draw-qr.ts').then(({ drawQr }) => { if (svg.current !== null) drawQr(svg.current, text); }); }, [text]);
  return <svg class="qr" ref={svg} width={size} height={size} role="img" aria-label={label} />;
};
