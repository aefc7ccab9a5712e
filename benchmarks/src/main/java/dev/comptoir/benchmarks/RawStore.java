package dev.comptoir.benchmarks;

import java.sql.SQLException;
import java.util.List;

/** The limit: a store's tables, by JDBC alone. Nothing is checked, sealed or opened. */
interface RawStore extends AutoCloseable {
    /** For one producer; closed with this. */
    Appender appender() throws SQLException;

    /** Reads all columns of a customer's events; their number. */
    int history(long customer) throws SQLException;

    /** Reads all columns of all events; their number. */
    int scan() throws SQLException;

    /** Deletes a customer's events and key, and cleans the tables the way the store does; afterwards only this can be asked. */
    void erase(long customer) throws SQLException;

    /** Every row, as a store has written it. */
    List<RawRow> rows() throws SQLException;

    @Override
    void close() throws SQLException;

    /** Appends in one durable transaction for each call. */
    interface Appender {
        void append(List<RawRow> rows) throws SQLException;
    }
}
