import type { ReactElement } from 'react';
import type { Order } from '../shop/customer.ts';
import type { Notification } from '../shop/notification.ts';
import { countRender } from './count-render.ts';
import { section } from './section.ts';

interface AccountBarProps {
  readonly name?: string | undefined;
  readonly onLogIn: () => void;
  readonly onLogOut: () => void;
}

export function AccountBarView({ name, onLogIn, onLogOut }: AccountBarProps): ReactElement {
  countRender('account-bar');
  const button = (
    <button type="button" onClick={name ? onLogOut : onLogIn}>
      {name ? 'Log out' : 'Log in'}
    </button>
  );
  return section('account-bar', 'Account', <p>{name ?? 'Not logged in'}</p>, button);
}

export function GreetingView({ name }: { name?: string | undefined }): ReactElement {
  countRender('greeting');
  return section('greeting', 'Welcome', <p>{name ? `Good to see you, ${name}` : 'Good to see you'}</p>);
}

export function OrderHistoryView({ orders }: { orders: readonly Order[] }): ReactElement {
  countRender('order-history');
  const items = orders.map(({ number, placedOn }) => <li key={number}>{`${number} of ${placedOn}`}</li>);
  return section('order-history', 'Your orders', <ul>{items}</ul>);
}

export function LoyaltyPointsView({ points, orders }: { points: number; orders: number }): ReactElement {
  countRender('loyalty-points');
  return section('loyalty-points', 'Points', <p>{`${points} points from ${orders} orders`}</p>);
}

export function NotificationBellView({ count }: { count: number }): ReactElement {
  countRender('notification-bell');
  return section('notification-bell', 'News', <output>{`${count} urgent`}</output>);
}

export function NotificationListView({ notifications }: { notifications: readonly Notification[] }): ReactElement {
  countRender('notification-list');
  const items = notifications.map(({ id, text }) => <li key={id}>{text}</li>);
  return section('notification-list', 'What is new', <ul>{items}</ul>);
}
