import { Empty } from 'antd';

/** Says that a list is empty, so that nobody waits for it. */
export function Nothing({ sentence }: { sentence: string }) {
  return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={sentence} />;
}
