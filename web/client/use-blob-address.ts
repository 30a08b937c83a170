import { useEffect, useState } from 'preact/hooks';

/** The address of what lies in memory, for a page to show; it lives as long as it is seen. */
export const useBlobAddress = (blob: Blob): string | undefined => {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => { URL.revokeObjectURL(made); };
  }, [blob]);
  return address;
};
