package dev.flashsale.standalone.catalogue;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import java.util.List;
import java.util.stream.Collectors;

/** Javadoc as Markdown on one line a paragraph. */
final class Markdown {
    private Markdown() {}

    static String of(List<? extends DocTree> body) {
        return body.stream()
                .map(Markdown::of)
                .collect(Collectors.joining())
                .replaceAll("\\s*\\R\\s*", " ")
                .strip();
    }

    private static String of(DocTree tree) {
        return switch (tree) {
            case TextTree text -> text.getBody();
            case LiteralTree literal -> "`" + literal.getBody().getBody() + "`";
            case LinkTree link -> link(link);
            case StartElementTree paragraph -> " ";
            default -> tree.toString();
        };
    }

    private static String link(LinkTree link) {
        String label = of(link.getLabel());
        String target = link.getReference().getSignature();
        return "`" + (label.isEmpty() ? target.replaceFirst("^#", "").replace('#', '.') : label) + "`";
    }
}
