package dev.comptoir.catalog;

import java.time.LocalDate;

/** The value of a product's attribute, of one of four types. Immutable. */
public sealed interface AttributeValue {
    /** The types. */
    enum Kind {
        TEXT,
        NUMBER,
        BOOLEAN,
        DATE
    }

    Kind kind();

    /** Some words: a brand, a colour. 1 to 1,000 characters. */
    record Text(String value) implements AttributeValue {
        private static final int MAX = 1000;

        public Text {
            if (value.isBlank() || value.length() > MAX) {
                throw new IllegalArgumentException("The value of an attribute has "
                        + value.strip().length() + " characters; 1 to " + MAX + " are allowed.");
            }
            value = Attributes.whole(value);
        }

        @Override
        public Kind kind() {
            return Kind.TEXT;
        }
    }

    /** A number: a weight, a volume; in which unit is up to the vendor. Finite. */
    record Numeric(double value) implements AttributeValue {
        public Numeric {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(
                        "The value of an attribute is " + value + ", but must be a finite number.");
            }
            // Records tell the two zeros apart; nobody who asks for 0 does.
            value = value == 0 ? 0 : value;
        }

        @Override
        public Kind kind() {
            return Kind.NUMBER;
        }
    }

    /** Yes or no: organic, gluten-free. */
    record Flag(boolean value) implements AttributeValue {
        @Override
        public Kind kind() {
            return Kind.BOOLEAN;
        }
    }

    /** A day: published on, best before. */
    record Day(LocalDate value) implements AttributeValue {
        public Day {
            if (value.getYear() < 0 || value.getYear() > 9999) {
                throw new IllegalArgumentException(
                        "The value of an attribute is the day " + value + ", but the year must be 0 to 9999.");
            }
        }

        @Override
        public Kind kind() {
            return Kind.DATE;
        }
    }
}
