package dev.comptoir.store.jdbc;

import dev.comptoir.Money;
import dev.comptoir.ProductId;
import dev.comptoir.catalog.Product;
import dev.comptoir.catalog.Stock;
import dev.comptoir.store.ProductStore;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;

/** Products as rows. */
final class SqliteProductStore implements ProductStore {
    private final SqliteStore store;

    SqliteProductStore(SqliteStore store) {
        this.store = store;
    }

    @Override
    public void put(Collection<Product> products) {
        store.write(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT OR REPLACE INTO product (id, title, category, price, currency, stock, description, attributes)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (Product product : products) {
                    bind(insert, product);
                    insert.executeUpdate();
                }
            }
            return products.size();
        });
    }

    private static void bind(PreparedStatement insert, Product product) throws SQLException {
        insert.setString(1, product.id().value());
        insert.setString(2, product.title());
        insert.setString(3, product.category());
        Money price = product.price();
        if (price == null) {
            insert.setNull(4, Types.BIGINT);
            insert.setNull(5, Types.VARCHAR);
        } else {
            insert.setLong(4, price.minorUnits());
            insert.setString(5, price.currency().getCurrencyCode());
        }
        insert.setString(6, product.stock().name());
        insert.setString(7, product.description());
        insert.setString(8, AttributesJson.write(product.attributes()));
    }

    @Override
    public List<Product> all() {
        return store.read(connection -> {
            List<Product> products = new ArrayList<>();
            try (PreparedStatement select = connection.prepareStatement(
                            "SELECT id, title, category, price, currency, stock, description, attributes FROM product"
                                    + " ORDER BY id");
                    ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    String currency = row.getString(5);
                    products.add(new Product(
                            ProductId.of(row.getString(1)),
                            row.getString(2),
                            row.getString(3),
                            currency == null ? null : new Money(row.getLong(4), Currency.getInstance(currency)),
                            Stock.valueOf(row.getString(6)),
                            row.getString(7),
                            AttributesJson.read(row.getString(8))));
                }
            }
            return products;
        });
    }
}
