package dev.comptoir.profile.internal;

import dev.comptoir.Money;
import dev.comptoir.event.Event;
import dev.comptoir.event.Purchase;
import dev.comptoir.event.Return;
import dev.comptoir.profile.Sales;
import java.util.Comparator;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;

/** Everything that was sold and brought back, by currency, local day and hour, in any order. Not thread-safe. */
final class ShopSums {
    private final TreeMap<Currency, OfCurrency> currencies =
            new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));

    void add(Purchase purchase, ShopTime time) {
        Money total = purchase.total();
        OfCurrency sums = of(total.currency());
        sums.day(time).addPurchase(purchase, total);
        sums.hours[time.hour()].addPurchase(purchase, total);
    }

    void add(Return given, ShopTime time) {
        Money total = given.total();
        OfCurrency sums = of(total.currency());
        sums.day(time).addReturn(total);
        sums.hours[time.hour()].addReturn(total);
    }

    private OfCurrency of(Currency currency) {
        return currencies.computeIfAbsent(currency, key -> new OfCurrency());
    }

    Map<Currency, OfCurrency> currencies() {
        return currencies;
    }

    void clear() {
        currencies.clear();
    }

    static final class OfCurrency {
        final TreeMap<Long, Sum> days = new TreeMap<>();
        final Sum[] hours = new Sum[24];

        OfCurrency() {
            for (int hour = 0; hour < hours.length; hour++) {
                hours[hour] = new Sum();
            }
        }

        private Sum day(ShopTime time) {
            return days.computeIfAbsent(time.epochDay(), key -> new Sum());
        }
    }

    /** One day's or hour's. */
    static final class Sum {
        private long purchases;
        private long anonymousPurchases;
        private long returns;
        private long bought;
        private long anonymousBought;
        private long givenBack;

        private void addPurchase(Event purchase, Money total) {
            purchases++;
            bought = Sums.plus(bought, total.minorUnits());
            if (purchase.customer() == null) {
                anonymousPurchases++;
                anonymousBought = Sums.plus(anonymousBought, total.minorUnits());
            }
        }

        private void addReturn(Money total) {
            returns++;
            givenBack = Sums.plus(givenBack, total.minorUnits());
        }

        void add(Sum other) {
            purchases += other.purchases;
            anonymousPurchases += other.anonymousPurchases;
            returns += other.returns;
            bought = Sums.plus(bought, other.bought);
            anonymousBought = Sums.plus(anonymousBought, other.anonymousBought);
            givenBack = Sums.plus(givenBack, other.givenBack);
        }

        Sales sales(Currency currency) {
            return new Sales(
                    purchases,
                    anonymousPurchases,
                    returns,
                    new Money(bought, currency),
                    new Money(anonymousBought, currency),
                    new Money(givenBack, currency));
        }
    }
}
