package dev.comptoir.store.jdbc;

import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.Product;
import dev.comptoir.catalog.Stock;
import dev.comptoir.store.ProductStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Products of one business as rows among those of others. */
final class PostgresProductStore implements ProductStore {
    private static final String PUT =
            "INSERT INTO comptoir_product (business, id, title, category, price, currency, stock, description, attributes)"
                    + " SELECT ?, given.* FROM unnest(CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]),"
                    + " CAST(? AS bigint[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS text[])) AS given"
                    + " ON CONFLICT (business, id) DO UPDATE SET title = excluded.title, category = excluded.category,"
                    + " price = excluded.price, currency = excluded.currency, stock = excluded.stock,"
                    + " description = excluded.description, attributes = excluded.attributes";

    private final PostgresStore store;

    PostgresProductStore(PostgresStore store) {
        this.store = store;
    }

    @Override
    public void put(Collection<Product> products) {
        // One statement may not change a row twice.
        Map<ProductId, Product> last = new LinkedHashMap<>();
        products.forEach(product -> last.put(product.id(), product));
        store.write((connection, business) -> put(connection, business.number(), List.copyOf(last.values())));
    }

    private static int put(Connection connection, long business, List<Product> products) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(PUT)) {
            insert.setLong(1, business);
            text(connection, insert, 2, products, product -> product.id().value());
            text(connection, insert, 3, products, product -> PostgresText.write(product.title()));
            text(connection, insert, 4, products, product -> PostgresText.write(product.category()));
            insert.setArray(
                    5, connection.createArrayOf("int8", column(products, product -> minorUnits(product.price()))));
            text(connection, insert, 6, products, product -> currency(product.price()));
            text(connection, insert, 7, products, product -> product.stock().name());
            text(connection, insert, 8, products, product -> PostgresText.write(product.description()));
            text(connection, insert, 9, products, product -> AttributesJson.write(product.attributes()));
            return insert.executeUpdate();
        }
    }

    private static void text(
            Connection connection,
            PreparedStatement insert,
            int place,
            List<Product> products,
            Function<Product, @Nullable Object> value)
            throws SQLException {
        insert.setArray(place, connection.createArrayOf("text", column(products, value)));
    }

    private static @Nullable Object[] column(List<Product> products, Function<Product, @Nullable Object> value) {
        @Nullable Object[] column = new Object[products.size()];
        for (int i = 0; i < column.length; i++) {
            column[i] = value.apply(products.get(i));
        }
        return column;
    }

    private static @Nullable Long minorUnits(@Nullable Money price) {
        return price == null ? null : price.minorUnits();
    }

    private static @Nullable String currency(@Nullable Money price) {
        return price == null ? null : price.currency().getCurrencyCode();
    }

    @Override
    public List<Product> all() {
        return store.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT id, title, category, price, currency, stock, description, attributes FROM comptoir_product"
                            + " WHERE business = (SELECT number FROM comptoir_business WHERE id = ?) ORDER BY id")) {
                select.setString(1, store.business());
                return products(select);
            }
        });
    }

    private static List<Product> products(PreparedStatement select) throws SQLException {
        List<Product> products = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String currency = row.getString(5);
                products.add(new Product(
                        ProductId.of(row.getString(1)),
                        Objects.requireNonNull(PostgresText.read(row.getString(2))),
                        PostgresText.read(row.getString(3)),
                        currency == null ? null : new Money(row.getLong(4), Currency.getInstance(currency)),
                        Stock.valueOf(row.getString(6)),
                        PostgresText.read(row.getString(7)),
                        AttributesJson.read(row.getString(8))));
            }
        }
        return products;
    }
}
