package dev.comptoir.assist.knowledge.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;

/** Writes PDFs by hand, sound and unsound ones: a library that writes them would look for fonts on this machine. */
final class TinyPdf {
    private static final Charset WIN = Charset.forName("windows-1252");

    private final List<byte[]> objects = new ArrayList<>();
    private final List<Integer> pages = new ArrayList<>();
    private final StringBuilder content = new StringBuilder();
    private String trailer = "";
    private int y = 780;

    TinyPdf() {
        // 1 catalogue, 2 pages, 3 and 4 fonts.
        objects.add(new byte[0]);
        objects.add(new byte[0]);
        add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>");
        add("<</Type/Font/Subtype/Type1/BaseFont/Helvetica-Bold/Encoding/WinAnsiEncoding>>");
    }

    int add(String object) {
        objects.add(object.getBytes(WIN));
        return objects.size();
    }

    int addStream(String dictionary, byte[] data) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] head = ("<<" + dictionary + "/Length " + data.length + ">>\nstream\n").getBytes(WIN);
        out.write(head, 0, head.length);
        out.write(data, 0, data.length);
        byte[] tail = "\nendstream".getBytes(WIN);
        out.write(tail, 0, tail.length);
        objects.add(out.toByteArray());
        return objects.size();
    }

    /** A line of text below the last one. */
    TinyPdf line(int size, String text) {
        return line("F1", size, text);
    }

    TinyPdf line(String font, int size, String text) {
        y -= size * 6 / 5;
        String safe = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
        content.append("BT /" + font + " " + size + " Tf 50 " + y + " Td (" + safe + ") Tj ET\n");
        return this;
    }

    TinyPdf gap(int points) {
        y -= points;
        return this;
    }

    TinyPdf endPage() {
        page(content.toString().getBytes(WIN), "", "/Font<</F1 3 0 R/F2 4 0 R>>");
        content.setLength(0);
        y = 780;
        return this;
    }

    TinyPdf page(byte[] data, String dictionary, String resources) {
        int stream = addStream(dictionary, data);
        pages.add(add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<" + resources + ">>/Contents "
                + stream + " 0 R>>"));
        return this;
    }

    TinyPdf trailer(String more) {
        trailer = more;
        return this;
    }

    byte[] bytes() {
        objects.set(0, "<</Type/Catalog/Pages 2 0 R>>".getBytes(StandardCharsets.US_ASCII));
        StringBuilder kids = new StringBuilder();
        pages.forEach(page -> kids.append(page).append(" 0 R "));
        objects.set(
                1,
                ("<</Type/Pages/Count " + pages.size() + "/Kids[" + kids + "]>>").getBytes(StandardCharsets.US_ASCII));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, "%PDF-1.7\n");
        List<Integer> offsets = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(out.size());
            write(out, (i + 1) + " 0 obj\n");
            out.write(objects.get(i), 0, objects.get(i).length);
            write(out, "\nendobj\n");
        }
        int xref = out.size();
        write(out, "xref\n0 " + (objects.size() + 1) + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> write(out, String.format("%010d 00000 n \n", offset)));
        write(
                out,
                "trailer\n<</Size " + (objects.size() + 1) + "/Root 1 0 R" + trailer + ">>\nstartxref\n" + xref
                        + "\n%%EOF\n");
        return out.toByteArray();
    }

    static byte[] deflated(byte[] data) {
        Deflater deflater = new Deflater(9);
        deflater.setInput(data);
        deflater.finish();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[1 << 16];
        while (!deflater.finished()) {
            out.write(buffer, 0, deflater.deflate(buffer));
        }
        deflater.end();
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        out.write(bytes, 0, bytes.length);
    }
}
