package dev.flashsale.standalone.catalogue;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** What the sources say in their Javadoc, as Markdown; read by the JDK's own parser. */
final class SourceDocs {
    /** Of one type: what it is, what its fields mean, what its methods do (key: {@code name(FirstParameterType)}). */
    record TypeDoc(String text, Map<String, String> params, Map<String, String> methods) {
        /** Its first sentence. */
        String firstSentence() {
            return text.replaceFirst("(?s)(\\.)(\\s.*|$)", "$1");
        }
    }

    private final Map<String, TypeDoc> types = new HashMap<>();

    /** Reads all sources of these directories. */
    static SourceDocs of(List<Path> directories) throws IOException {
        SourceDocs docs = new SourceDocs();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            for (Path directory : directories) {
                try (Stream<Path> sources = Files.walk(directory)) {
                    docs.read(
                            compiler,
                            files,
                            sources.filter(source -> source.toString().endsWith(".java"))
                                    .sorted()
                                    .toList());
                }
            }
        }
        return docs;
    }

    private void read(JavaCompiler compiler, StandardJavaFileManager files, List<Path> sources) throws IOException {
        JavacTask task = (JavacTask) compiler.getTask(
                null, files, null, List.of("-proc:none"), null, files.getJavaFileObjectsFromPaths(sources));
        DocTrees trees = DocTrees.instance(task);
        for (CompilationUnitTree unit : task.parse()) {
            new Reader(trees, String.valueOf(unit.getPackageName())).scan(unit, null);
        }
    }

    /** What is said of a class of the product; empty texts when nothing is. */
    TypeDoc of(String className) {
        return types.getOrDefault(className, new TypeDoc("", Map.of(), Map.of()));
    }

    private final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final DocTrees trees;
        private String enclosing;

        Reader(DocTrees trees, String packageName) {
            this.trees = trees;
            this.enclosing = packageName + ".";
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
            String outer = enclosing;
            String name = outer + type.getSimpleName();
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            types.put(
                    name,
                    new TypeDoc(
                            comment == null ? "" : Markdown.of(comment.getFullBody()),
                            comment == null ? Map.of() : params(comment),
                            new HashMap<>()));
            enclosing = name + "$";
            super.visitClass(type, unused);
            enclosing = outer;
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            DocCommentTree comment = trees.getDocCommentTree(getCurrentPath());
            TypeDoc type = types.get(enclosing.substring(0, enclosing.length() - 1));
            if (comment != null && type != null) {
                String first = method.getParameters().isEmpty()
                        ? ""
                        : method.getParameters().getFirst().getType().toString();
                type.methods().put(method.getName() + "(" + first + ")", Markdown.of(comment.getFullBody()));
            }
            return null;
        }

        private static Map<String, String> params(DocCommentTree comment) {
            return comment.getBlockTags().stream()
                    .filter(ParamTree.class::isInstance)
                    .map(ParamTree.class::cast)
                    .collect(Collectors.toMap(
                            param -> param.getName().toString(), param -> Markdown.of(param.getDescription())));
        }
    }
}
