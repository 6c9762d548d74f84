import { Modal } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';

type Props = { title: string; width: number; leave: () => void; children: ReactNode };

/** A question over the screen. The hand lands in its first field, whatever the library shows first; Escape leaves. */
export function Dialog({ title, width, leave, children }: Props) {
  const body = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The library shows the dialog one frame after it is mounted; what is hidden cannot take the focus.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => body.current?.querySelector<HTMLElement>('input, textarea')?.focus());
    });
    return () => cancelAnimationFrame(frame);
  }, []);
  return (
    <Modal open title={title} onCancel={leave} footer={null} width={width}>
      <div ref={body}>{children}</div>
    </Modal>
  );
}
