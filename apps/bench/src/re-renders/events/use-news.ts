import { useEmit, useEvent } from '@busbar/react';
import { useRef, useState } from 'react';
import { type Notification, withNewest } from '../shop/notification.ts';
import { notifications } from './contracts.ts';

/** What the server has said, which the list of news keeps to itself and tells the others about. */
export function useNews(): readonly Notification[] {
  const [news, setNews] = useState<readonly Notification[]>([]);
  const newest = useRef(news);
  const tell = useEmit(notifications.changed);
  useEvent(notifications.arrived, ({ data }) => {
    newest.current = withNewest(newest.current, data);
    setNews(newest.current);
    tell({ newest: [...newest.current] });
  });
  return news;
}
