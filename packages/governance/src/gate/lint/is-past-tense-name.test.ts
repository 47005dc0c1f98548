import { describe, expect, it } from 'vitest';
import { isPastTenseName } from './is-past-tense-name.ts';

describe('a name that says what happened', () => {
  it.each([
    ['of a regular verb', 'cart:itemAdded checkout:started order:cancelled page:viewed search:queryChanged slot:freed'],
    ['of an irregular verb', 'order:paid item:sold message:sent page:left cart:found auction:won seat:taken offer:withdrawn'],
    ['of a verb that never changes', 'cart:reset price:set item:put order:split list:cut article:read'],
    ['of an irregular verb with a prefix', 'message:resent cart:rebuilt change:undone file:overwritten meeting:forgotten'],
    ['with a particle', 'user:loggedIn user:signedUp user:checkedOut item:putBack order:calledOff page:scrolledDown'],
    ['in another spelling', 'cart:item-added cart:ITEM_ADDED shop:cart:item_added cart:URLChanged'],
  ])('%s is accepted', (_how, names) => {
    expect(names.split(' ').filter((name) => !isPastTenseName(name))).toEqual([]);
  });

  it.each([
    ['a command', 'cart:addItem user:login order:place item:putInBasket user:logIn page:scrollDown'],
    ['a noun', 'cart:state order:items shop:offers news:feed speed:need'],
    ['a present tense or a gerund', 'cart:adding order:places payment:proceeds'],
    ['a present tense in -ed', 'order:proceed limit:exceed video:embed user:need'],
    ['particles alone', 'page:up'],
  ])('is not %s', (_what, names) => {
    expect(names.split(' ').filter(isPastTenseName)).toEqual([]);
  });
});
